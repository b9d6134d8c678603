package erp.assistant.impl.resilience;

import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.chat.TokenUsage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Plays what it is told, one script a call. */
final class FakeModel implements ChatModel {

    interface Script {
        CompletionStage<Completion> play(ChatSink sink);
    }

    private final Deque<Script> scripts = new ArrayDeque<>();
    int calls;

    FakeModel then(Script script) {
        scripts.add(script);
        return this;
    }

    static Script answers(String text) {
        return sink -> {
            sink.accept(new ChatEvent.Text(text));
            return CompletableFuture.completedFuture(end());
        };
    }

    static Script fails(Throwable failure) {
        return sink -> CompletableFuture.failedFuture(failure);
    }

    static Script failsAfter(String text, Throwable failure) {
        return sink -> {
            sink.accept(new ChatEvent.Text(text));
            return CompletableFuture.failedFuture(failure);
        };
    }

    static Completion end() {
        return new Completion(
                Completion.Reason.END, Completion.Source.PRIMARY, "fake", "fake-1", TokenUsage.NONE, "req-1");
    }

    @Override
    public CompletionStage<Completion> stream(ChatRequest request, ChatSink sink) {
        calls++;
        return scripts.remove().play(sink);
    }
}
