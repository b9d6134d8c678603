package erp.assistant.impl.fault;

import java.util.Locale;

/** A cause of failures that passes only if an admin does something. */
public enum Alert {
    KEY("a key is refused: replace it; the keys are assistant.provider.%s.api-key or the lines of its api-key-file"),
    ACCOUNT("the account is empty or over its limit: pay, or raise the limit at the vendor"),
    MODEL("the model or the address is unknown there: check assistant.provider.%1$s.model.small, .model.large and"
            + " .base-url"),
    REQUEST("requests are refused as wrong: check assistant.provider.%1$s.dialect, .model.* and .headers"),
    SIZE("prompts are too large for the model: lower assistant.prompt.max-tokens, or choose a model with more context"),
    PROTOCOL(
            "what answers does not speak the protocol: check assistant.provider.%1$s.base-url and .dialect, and proxies"),
    UNREACHABLE("no connection: check assistant.provider.%1$s.base-url, DNS, firewall, proxy and certificate"),
    OUTAGE("most requests fail, so that it is left alone for a while: see the vendor's status page and admin/calls");

    private final String advice;

    Alert(String advice) {
        this.advice = advice;
    }

    /** As the table, metrics and JSON name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What has happened and what to do.
     *
     * @param slot {@code primary} or {@code backup}
     */
    public String advice(String slot) {
        return advice.formatted(slot);
    }
}
