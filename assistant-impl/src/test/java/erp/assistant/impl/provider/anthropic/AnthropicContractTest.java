package erp.assistant.impl.provider.anthropic;

import erp.assistant.chat.ChatModel;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.Slot;
import erp.assistant.impl.provider.EventDecoder;
import erp.assistant.impl.provider.HttpChatModel;
import erp.assistant.impl.provider.JsonText;
import erp.assistant.impl.provider.ProviderHttp;
import erp.assistant.impl.provider.WireAdapterContract;
import erp.assistant.impl.provider.WireDialect;

public class AnthropicContractTest extends WireAdapterContract {

    AnthropicContractTest() {
        super(Dialect.ANTHROPIC);
    }

    /** For tests of what does not depend on the dialect. */
    public static EventDecoder decoder(JsonText json) {
        return new AnthropicDecoder(json);
    }

    /** For the same. */
    public static WireDialect dialect(JsonText json) {
        return new AnthropicDialect(json);
    }

    @Override
    protected ChatModel model(Slot slot, ProviderHttp http) {
        return new HttpChatModel(slot, http, AnthropicDialect::new);
    }
}
