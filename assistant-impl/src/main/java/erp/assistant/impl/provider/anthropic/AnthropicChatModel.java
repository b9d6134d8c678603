package erp.assistant.impl.provider.anthropic;

import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.impl.config.Slot;
import erp.assistant.impl.provider.ProviderHttp;
import java.util.concurrent.CompletionStage;

/** Answers from a provider that speaks Anthropic Messages. Safe for use by many threads. */
public final class AnthropicChatModel implements ChatModel {

    private final Slot slot;
    private final ProviderHttp http;
    private final AnthropicDialect dialect;

    /** @param slot whose settings are used, as they are at each call */
    public AnthropicChatModel(Slot slot, ProviderHttp http) {
        this.slot = slot;
        this.http = http;
        this.dialect = new AnthropicDialect(http.json());
    }

    @Override
    public CompletionStage<Completion> stream(ChatRequest request, ChatSink sink) {
        return http.stream(slot, dialect, request, sink);
    }
}
