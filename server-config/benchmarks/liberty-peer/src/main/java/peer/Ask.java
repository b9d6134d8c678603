package peer;

import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;

/** LangChain4j's streaming chat model, a JAX-RS event sink, one event for each partial response. */
@ApplicationPath("/")
@Path("/")
@ApplicationScoped
public class Ask extends Application {

    private static final String PROVIDER = "peer.provider";

    private final AnthropicStreamingChatModel model = AnthropicStreamingChatModel.builder()
            .baseUrl(System.getProperty(PROVIDER))
            .apiKey("stub-key")
            .modelName("stub")
            .maxTokens(1024)
            .timeout(Duration.ofSeconds(60))
            .build();

    @POST
    @Path("ask")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void ask(Question question, @Context SseEventSink sink, @Context Sse sse) {
        model.chat(question.question(), new StreamingChatResponseHandler() {
            @Override
            public void onPartialResponse(String text) {
                sink.send(sse.newEvent(text));
            }

            @Override
            public void onCompleteResponse(ChatResponse response) {
                sink.send(sse.newEvent("done", ""));
                sink.close();
            }

            @Override
            public void onError(Throwable error) {
                sink.send(sse.newEvent("error", String.valueOf(error.getMessage())));
                sink.close();
            }
        });
    }
}
