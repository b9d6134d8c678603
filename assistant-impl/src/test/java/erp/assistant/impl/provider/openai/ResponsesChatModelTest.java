package erp.assistant.impl.provider.openai;

import erp.assistant.chat.ChatModel;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.Slot;
import erp.assistant.impl.provider.ChatModelContract;
import erp.assistant.impl.provider.EventDecoder;
import erp.assistant.impl.provider.JsonText;
import erp.assistant.impl.provider.ProviderHttp;
import erp.assistant.impl.provider.WireDialect;
import erp.assistant.stub.StubRequest;
import java.util.Optional;

public class ResponsesChatModelTest extends ChatModelContract {

    ResponsesChatModelTest() {
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
        return new ResponsesChatModel(slot, http);
    }

    @Override
    protected Optional<String> keyHeader(StubRequest request) {
        return request.header("authorization");
    }

    @Override
    protected String keyHeaderValue(String key) {
        return "Bearer " + key;
    }
}
