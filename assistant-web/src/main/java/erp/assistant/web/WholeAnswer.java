package erp.assistant.web;

import erp.assistant.AnswerEvent;
import erp.assistant.AnswerSink;
import erp.assistant.AssistantException;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Collects the events of an answer into one object with the same fields. */
final class WholeAnswer implements AnswerSink {

    private final CompletableFuture<Response> response = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private AnswerEvent.@Nullable Meta meta;

    CompletionStage<Response> response() {
        return response;
    }

    @Override
    public synchronized void accept(AnswerEvent event) {
        if (event instanceof AnswerEvent.Meta begun) {
            meta = begun;
        } else if (event instanceof AnswerEvent.Delta delta) {
            text.append(delta.text());
        } else if (event instanceof AnswerEvent.Restart) {
            text.setLength(0);
        } else if (event instanceof AnswerEvent.Done done) {
            response.complete(whole(done));
        } else if (event instanceof AnswerEvent.Failed failed) {
            response.completeExceptionally(new AssistantException(failed.problem()));
        }
    }

    private Response whole(AnswerEvent.Done done) {
        JsonObjectBuilder json = WebJson.object();
        if (meta != null) {
            EventJson.addMeta(json, meta);
        }
        json.add("text", text.toString());
        EventJson.addDone(json, done);
        return Response.ok(json.build().toString(), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
