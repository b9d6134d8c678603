package erp.assistant.impl.provider.anthropic;

import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.provider.WireAdapterContract;

class AnthropicContractTest extends WireAdapterContract {

    AnthropicContractTest() {
        super(Dialect.ANTHROPIC, AnthropicDialect::new);
    }
}
