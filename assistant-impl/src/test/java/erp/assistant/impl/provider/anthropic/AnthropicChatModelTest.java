package erp.assistant.impl.provider.anthropic;

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

public class AnthropicChatModelTest extends ChatModelContract {

    AnthropicChatModelTest() {
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
        return new AnthropicChatModel(slot, http);
    }

    @Override
    protected Optional<String> keyHeader(StubRequest request) {
        return request.header("x-api-key");
    }

    @Override
    protected String keyHeaderValue(String key) {
        return key;
    }
}
