package erp.assistant.impl.resilience;

import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/** Turns requests away while a provider is left alone, before they cost a thread: the next provider is asked at once. */
final class Gate implements ChatModel {

    private final ChatModel delegate;
    private final BooleanSupplier leftAlone;

    Gate(ChatModel delegate, BooleanSupplier leftAlone) {
        this.delegate = delegate;
        this.leftAlone = leftAlone;
    }

    @Override
    public CompletionStage<Completion> stream(ChatRequest request, ChatSink sink) {
        return leftAlone.getAsBoolean() ? closed() : delegate.stream(request, sink);
    }

    static CompletionStage<Completion> closed() {
        return CompletableFuture.failedFuture(new CircuitBreakerOpenException("the provider is left alone for now"));
    }
}
