package erp.assistant.impl.provider;

import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.impl.config.Slot;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Answers from a provider that speaks a wire protocol over HTTP. Safe for use by many threads. */
public final class HttpChatModel implements ChatModel {

    private final Slot slot;
    private final ProviderHttp http;
    private final WireDialect dialect;

    /**
     * For the provider of a slot.
     *
     * @param slot whose settings are used, as they are at each call
     * @param dialect the protocol, given what it reads JSON with
     */
    public HttpChatModel(Slot slot, ProviderHttp http, Function<JsonText, WireDialect> dialect) {
        this.slot = slot;
        this.http = http;
        this.dialect = dialect.apply(http.json());
    }

    @Override
    public CompletionStage<Completion> stream(ChatRequest request, ChatSink sink) {
        return http.stream(slot, dialect, request, sink);
    }
}
