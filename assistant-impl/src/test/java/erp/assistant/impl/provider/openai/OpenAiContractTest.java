package erp.assistant.impl.provider.openai;

import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.provider.WireAdapterContract;

class OpenAiContractTest extends WireAdapterContract {

    OpenAiContractTest() {
        super(Dialect.OPENAI, OpenAiDialect::new);
    }
}
