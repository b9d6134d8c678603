package example.acme;

import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.chat.contract.Endpoint;
import java.net.http.HttpClient;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * A deliberately simple adapter to OpenAI Chat Completions: one thread an answer, blocking reads, lines instead of a parser for
 * event streams. A production server with many open answers should not hold a thread for each.
 */
final class AcmeChatModel implements ChatModel, AutoCloseable {

    private final Endpoint endpoint;
    private final Defect defect;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor();
    private final HttpClient client;

    AcmeChatModel(Endpoint endpoint, Defect defect) {
        this.endpoint = endpoint;
        this.defect = defect;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(endpoint.connect())
                .executor(threads)
                .build();
    }

    @Override
    public CompletionStage<Completion> stream(ChatRequest request, ChatSink sink) {
        AcmeAnswer answer = new AcmeAnswer(endpoint, defect, client, timers, request, sink);
        threads.execute(answer);
        return answer.stage();
    }

    @Override
    public void close() {
        timers.shutdownNow();
        threads.shutdownNow();
    }
}
