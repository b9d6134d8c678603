package erp.assistant.chat;

import java.util.concurrent.CompletionStage;

/**
 * Answers a prompt as a stream of text.
 *
 * <p>Implemented by each provider's adapter, and by what stands around an adapter: cache, resilience, ledger and metrics. An
 * adapter is a CDI bean; it must be safe for use by many threads and must not block the caller or the thread on which the
 * provider's bytes arrive.
 */
public interface ChatModel {

    /**
     * Sends the request and passes the answer's text to the sink while it arrives.
     *
     * <p>The stage ends when the stream ends, never before, and exactly once:
     *
     * <ul>
     *   <li>normally with a {@link Completion} when the provider said how the answer ended;
     *   <li>exceptionally with a {@link ProviderFault} in every other case, among them a stream that stops without the
     *       provider's terminal event and a cancellation.
     * </ul>
     *
     * After the end nothing is passed to the sink, and the connection is closed or back in its pool.
     */
    CompletionStage<Completion> stream(ChatRequest request, ChatSink sink);
}
