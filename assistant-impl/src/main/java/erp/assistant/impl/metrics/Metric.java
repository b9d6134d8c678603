package erp.assistant.impl.metrics;

import java.util.List;

/**
 * Every metric: kind, name, tags, sentence.
 *
 * <p>Names and tags that begin with {@code gen_ai} or {@code error} are those of OpenTelemetry's semantic conventions for
 * generative AI (in development, as of v1.41), of which a Prometheus name has underscores for dots. All tags have closed sets of
 * values. Prometheus shows counters with the ending {@code _total} and durations in seconds with the ending {@code _seconds}.
 */
enum Metric {
    OPERATION_DURATION(
            Kind.DURATION,
            "gen_ai.client.operation.duration",
            "From sending a request to a provider to the end of its stream",
            Tags.PROVIDER,
            Tags.REQUEST_MODEL,
            Tags.RESPONSE_MODEL,
            Tags.ERROR_TYPE),
    TIME_TO_FIRST_CHUNK(
            Kind.DURATION,
            "gen_ai.client.operation.time_to_first_chunk",
            "From sending a request to a provider to its first text",
            Tags.PROVIDER,
            Tags.REQUEST_MODEL,
            Tags.RESPONSE_MODEL),
    TOKEN_USAGE(
            Kind.AMOUNT,
            "gen_ai.client.token.usage",
            "Tokens of an attempt, cached input and reasoning included",
            Tags.PROVIDER,
            Tags.REQUEST_MODEL,
            Tags.RESPONSE_MODEL,
            Tags.TOKEN_TYPE),
    COST(
            Kind.COUNT,
            "assistant.cost.nanos",
            "Cost of priced attempts in 10^-9 units of the currency",
            Tags.CURRENCY,
            Tags.MODEL),
    UNPRICED(Kind.COUNT, "assistant.unpriced", "Attempts whose model has no known price; not in the cost"),
    ATTEMPTS(Kind.COUNT, "assistant.attempts", "Requests to providers", Tags.PROVIDER_SHORT, Tags.OUTCOME),
    PROVIDER_ERRORS(
            Kind.COUNT,
            "assistant.provider.errors",
            "Failed requests to providers, before fallback",
            Tags.PROVIDER_SHORT,
            Tags.CLASS),
    ALERTS(
            Kind.COUNT,
            "assistant.provider.alerts",
            "Failures of providers about which an admin must do something",
            Tags.SLOT,
            Tags.CAUSE),
    ANSWERS(Kind.COUNT, "assistant.answers", "Answers as the askers had them", Tags.SOURCE, Tags.OUTCOME),
    ANSWER_FIRST_RESPONSE(
            Kind.DURATION,
            "assistant.answer.first.response",
            "From a question's arrival to the first text",
            Tags.SOURCE),
    ANSWER_DURATION(
            Kind.DURATION,
            "assistant.answer.duration",
            "From a question's arrival to the end",
            Tags.SOURCE,
            Tags.OUTCOME),
    OPEN_ANSWERS(Kind.GAUGE, "assistant.open.answers", "Answers under way"),
    OPEN_ANSWERS_LIMIT(Kind.GAUGE, "assistant.open.answers.limit", "Answers that may be under way at one time");

    /** What is measured. */
    enum Kind {
        COUNT,
        /** What is at this moment. */
        GAUGE,
        /** A distribution of whole numbers. */
        AMOUNT,
        /** A distribution of durations, in seconds with fractions. */
        DURATION
    }

    private final Kind kind;
    private final String openName;
    private final String sentence;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> tags;

    Metric(Kind kind, String openName, String sentence, String... tags) {
        this.kind = kind;
        this.openName = openName;
        this.sentence = sentence;
        this.tags = List.of(tags);
    }

    Kind kind() {
        return kind;
    }

    /** The name without dots, which every registry takes. */
    String plainName() {
        return openName.replace('.', '_');
    }

    String sentence() {
        return sentence;
    }

    /** The names of the tags, without dots; a value is recorded with all of them, in this order. */
    List<String> tags() {
        return tags.stream().map(tag -> tag.replace('.', '_')).toList();
    }

    private static final class Tags {
        static final String PROVIDER = "gen_ai.provider.name";
        static final String REQUEST_MODEL = "gen_ai.request.model";
        static final String RESPONSE_MODEL = "gen_ai.response.model";
        static final String TOKEN_TYPE = "gen_ai.token.type";
        static final String ERROR_TYPE = "error.type";
        static final String CURRENCY = "currency";
        static final String MODEL = "model";
        static final String PROVIDER_SHORT = "provider";
        static final String OUTCOME = "outcome";
        static final String SOURCE = "source";
        static final String CLASS = "class";
        static final String SLOT = "slot";
        static final String CAUSE = "cause";
    }
}
