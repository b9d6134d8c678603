package erp.assistant.impl.provider.openai;

import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.impl.config.Slot;
import erp.assistant.impl.provider.ProviderHttp;
import java.util.concurrent.CompletionStage;

/** Answers from a provider that speaks OpenAI Responses. Safe for use by many threads. */
public final class ResponsesChatModel implements ChatModel {

    private final Slot slot;
    private final ProviderHttp http;
    private final ResponsesDialect dialect;

    /** @param slot whose settings are used, as they are at each call */
    public ResponsesChatModel(Slot slot, ProviderHttp http) {
        this.slot = slot;
        this.http = http;
        this.dialect = new ResponsesDialect(http.json());
    }

    @Override
    public CompletionStage<Completion> stream(ChatRequest request, ChatSink sink) {
        return http.stream(slot, dialect, request, sink);
    }
}
