package erp.assistant.impl.provider.openai;

import erp.assistant.chat.ChatModel;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.Slot;
import erp.assistant.impl.provider.EventDecoder;
import erp.assistant.impl.provider.HttpChatModel;
import erp.assistant.impl.provider.JsonText;
import erp.assistant.impl.provider.ProviderHttp;
import erp.assistant.impl.provider.WireAdapterContract;
import erp.assistant.impl.provider.WireDialect;

public class ResponsesContractTest extends WireAdapterContract {

    ResponsesContractTest() {
        super(Dialect.OPENAI_RESPONSES);
    }

    /** For tests of what does not depend on the dialect. */
    public static EventDecoder decoder(JsonText json) {
        return new ResponsesDecoder(json);
    }

    /** For the same. */
    public static WireDialect dialect(JsonText json) {
        return new ResponsesDialect(json);
    }

    @Override
    protected ChatModel model(Slot slot, ProviderHttp http) {
        return new HttpChatModel(slot, http, ResponsesDialect::new);
    }
}
