package erp.assistant.impl.resilience;

import erp.assistant.chat.ChatRequest;

/** Says whether there is money for asking a question twice. A CDI bean, safe for use by many threads. */
@FunctionalInterface
public interface ExtraSpend {

    /** Takes what the second request may cost at most; false if there is not so much. */
    boolean take(ChatRequest request);
}
