package erp.assistant.impl.provider.openai;

import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.provider.WireAdapterContract;

class ResponsesContractTest extends WireAdapterContract {

    ResponsesContractTest() {
        super(Dialect.OPENAI_RESPONSES, ResponsesDialect::new);
    }
}
