package erp.assistant.impl.ledger;

import java.util.Optional;

/** By what a month is broken down. Calls for which it is not known are in the slice with the empty key. */
enum Dimension {
    WHOLE("", "CAST('' AS varchar)", "CAST('' AS varchar)"),
    /** Of attempts the model that the response named, else the one asked for; of answers the one that answered. */
    MODEL("model", "COALESCE(NULLIF(response_model, ''), requested_model)", "COALESCE(model, '')"),
    PROVIDER("provider", "provider", "COALESCE(provider, '')"),
    RECORD_TYPE("recordType", "record_type", "record_type"),
    ORGANISATION("organisation", "organisation", "organisation"),
    /** In the company's time zone, such as {@code 2026-11-30}. */
    DAY("day", "day_key", "day_key");

    private final String key;
    private final String ofAttempt;
    private final String ofAnswer;

    Dimension(String key, String ofAttempt, String ofAnswer) {
        this.key = key;
        this.ofAttempt = ofAttempt;
        this.ofAnswer = ofAnswer;
    }

    /** The name in reports; empty for the whole month. */
    Optional<String> key() {
        return key.isEmpty() ? Optional.empty() : Optional.of(key);
    }

    /** An SQL expression over {@code attempt}. */
    String ofAttempt() {
        return ofAttempt;
    }

    /** An SQL expression over {@code answer}. */
    String ofAnswer() {
        return ofAnswer;
    }
}
