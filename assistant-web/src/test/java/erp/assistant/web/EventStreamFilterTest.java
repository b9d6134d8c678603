package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.AnswerSink;
import erp.assistant.Answering;
import erp.assistant.Assistant;
import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.Question;
import erp.assistant.RecordContext;
import erp.assistant.record.Asker;
import erp.assistant.record.ListQuery;
import erp.assistant.record.RecordRef;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventStreamFilterTest {

    private static final String BODY =
            "{\"question\":\"Why?\",\"record\":{\"type\":\"sales-order\",\"id\":\"4711\"},\"language\":\"de\"}";

    private final FakeAsync async = new FakeAsync();
    private final FakeOutput out = new FakeOutput();
    private final FakeAssistant assistant = new FakeAssistant();
    private final List<String> calls = new ArrayList<>();
    private final Map<String, String> requestHeaders = new HashMap<>(
            Map.of("Accept", "text/event-stream", "X-Requested-With", "test", "Content-Type", "application/json"));
    private final Map<String, Object> answered = new HashMap<>();
    private final StringWriter body = new StringWriter();
    private String method = "POST";
    private String role = HttpApi.USER;
    private boolean browserHasLeft;

    private void filter() throws IOException, ServletException {
        FilterChain chain = (request, response) -> calls.add("passed on");
        new EventStreamFilter(assistant, new WrittenHere()).doFilter(request(), response(), chain);
    }

    @Test
    void anAnswersEventsAreStreamed() throws Exception {
        filter();
        out.possible(Integer.MAX_VALUE);
        Objects.requireNonNull(assistant.sink).accept(Events.done());

        assertThat(answered).containsEntry("setContentType", "text/event-stream");
        assertThat(out.text()).startsWith("event: meta\n").contains("event: done\n");
        assertThat(async.completed).isEqualTo(1);
        assertThat(assistant.question)
                .extracting(
                        question -> question.asker().name(),
                        question -> question.asker().language())
                .containsExactly("anna", Locale.GERMAN);
    }

    @Test
    void aBrowserThatLeavesStopsItsAnswer() throws Exception {
        filter();
        out.breakOff();
        out.possible(Integer.MAX_VALUE);

        assertThat(assistant.stopped).isEqualTo(1);
        assertThat(async.completed).isEqualTo(1);
    }

    @Test
    void aBrowserThatHasLeftBeforeTheFirstEventStopsItsAnswer() {
        browserHasLeft = true;

        assertThatThrownBy(this::filter).isInstanceOf(IOException.class);

        assertThat(assistant.stopped).isEqualTo(1);
    }

    @Test
    void otherRequestsArePassedOn() throws Exception {
        requestHeaders.put("Accept", "application/json");
        filter();
        requestHeaders.put("Accept", "text/event-stream");
        method = "GET";
        filter();

        assertThat(calls).containsExactly("passed on", "passed on");
        assertThat(assistant.question).isNull();
    }

    @Test
    void aRefusalIsAProblemDocumentAndNoStream() throws Exception {
        assistant.refusal = Problem.of(Problem.Code.SWITCHED_OFF, "Off.");
        filter();

        assertThat(answered)
                .containsEntry("setStatus", 403)
                .containsEntry("setContentType", "application/problem+json")
                .doesNotContainKey("startAsync");
        assertThat(body.toString()).contains("\"code\":\"switched-off\"");
    }

    @Test
    void whoLacksTheRoleDoesNotAsk() throws Exception {
        role = HttpApi.ADMIN;
        filter();

        assertThat(answered).containsEntry("setStatus", 403);
        assertThat(assistant.question).isNull();
    }

    @Test
    void aFormOnAnotherSiteDoesNotAsk() throws Exception {
        requestHeaders.remove("X-Requested-With");
        filter();

        assertThat(answered).containsEntry("setStatus", 403);
        assertThat(assistant.question).isNull();
    }

    private HttpServletRequest request() {
        return fake(HttpServletRequest.class, (proxy, called, arguments) -> switch (called.getName()) {
            case "getMethod" -> method;
            case "getHeader" -> requestHeaders.get((String) arguments[0]);
            case "getHeaders" -> Collections.enumeration(List.of(requestHeaders.get((String) arguments[0])));
            case "getContentType" -> requestHeaders.get("Content-Type");
            case "getInputStream" -> new Body();
            case "getLocales" -> Collections.enumeration(List.of(Locale.FRENCH));
            case "getUserPrincipal" -> (Principal) () -> "anna";
            case "isUserInRole" -> role.equals(arguments[0]);
            case "startAsync" -> {
                answered.put("startAsync", true);
                yield async.context;
            }
            default -> throw new UnsupportedOperationException(called.getName());
        });
    }

    private HttpServletResponse response() {
        return fake(HttpServletResponse.class, (proxy, called, arguments) -> {
            switch (called.getName()) {
                case "getOutputStream":
                    return out;
                case "getWriter":
                    return new PrintWriter(body, true);
                case "flushBuffer":
                    if (browserHasLeft) {
                        throw new IOException("the browser has left");
                    }
                    return null;
                case "setContentType", "setStatus", "setCharacterEncoding":
                    answered.put(called.getName(), arguments[0]);
                    return null;
                default:
                    throw new UnsupportedOperationException(called.getName());
            }
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(EventStreamFilterTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Streams that are written by whoever brings an event. */
    private static final class WrittenHere extends OpenStreams {
        @Override
        EventStream stream() {
            return new EventStream(Runnable::run, System::nanoTime);
        }
    }

    /** Begins an answer, or refuses it. */
    private static final class FakeAssistant implements Assistant {
        @Nullable
        Problem refusal;

        @Nullable
        Question question;

        @Nullable
        AnswerSink sink;

        int stopped;

        @Override
        public Answering ask(Question asked, AnswerSink to) {
            if (refusal != null) {
                throw new AssistantException(refusal);
            }
            question = asked;
            sink = to;
            to.accept(Events.META);
            return new FakeAnswering(() -> stopped++);
        }

        @Override
        public boolean stop(String answerId, Asker asker) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int stopAll(String asker) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RecordContext context(RecordRef record, Asker asker) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RecordContext listContext(String type, ListQuery rows, Asker asker) {
            throw new UnsupportedOperationException();
        }
    }

    /** The request's body. */
    private static final class Body extends ServletInputStream {
        private final ByteArrayInputStream bytes = new ByteArrayInputStream(BODY.getBytes(StandardCharsets.UTF_8));

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
