package erp.assistant.web;

import erp.assistant.Answering;
import erp.assistant.Assistant;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Collections;

/**
 * Streams an answer's events while it arrives: {@code POST /answers} with {@code Accept: text/event-stream}.
 *
 * <p>The one resource that is not JAX-RS, because {@code SseEventSink} on Open Liberty loses events that are written while its
 * output is being opened (decision record 0003). Everything else about the request is the same as in {@link AnswersResource}.
 */
public class EventStreamFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient Assistant assistant;
    private final transient OpenStreams streams;

    @Inject
    public EventStreamFilter(Assistant assistant, OpenStreams streams) {
        this.assistant = assistant;
        this.streams = streams;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!"POST".equals(request.getMethod()) || !wantsEvents(request)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            ask(request, response);
        } catch (RuntimeException e) {
            ProblemMapper.write(e, response);
        }
    }

    private static boolean wantsEvents(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Accept")).stream()
                .anyMatch(accept -> accept.contains(MediaType.SERVER_SENT_EVENTS));
    }

    private void ask(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CrossSiteFilter.check(
                request.getMethod(), request.getContentType(), request.getHeader(CrossSiteFilter.REQUESTED_WITH));
        Askers.requireRole(request, HttpApi.USER);
        AskRequest asked = AskRequest.read(request.getInputStream());
        EventStream stream = streams.stream();
        Answering answering = assistant.ask(asked.question(Askers.of(request, asked.language())), stream);
        try {
            open(stream, request, response, answering);
        } catch (IOException | RuntimeException e) {
            // The browser has left already, and nobody else would stop the answer.
            answering.stop();
            throw e;
        }
    }

    private void open(EventStream stream, HttpServletRequest request, HttpServletResponse response, Answering answering)
            throws IOException {
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        response.setContentType(MediaType.SERVER_SENT_EVENTS);
        ServletOutputStream out = response.getOutputStream();
        // Without this Open Liberty holds the first event back until the second is flushed.
        response.flushBuffer();
        stream.open(async, out, answering);
        streams.watch(stream);
    }
}
