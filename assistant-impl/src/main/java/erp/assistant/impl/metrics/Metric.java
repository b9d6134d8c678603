package erp.assistant.impl.metrics;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Every metric: kind, name, unit, tags, sentence.
 *
 * <p>Names, units, buckets and tags that begin with {@code gen_ai} or {@code error} are those of OpenTelemetry's semantic
 * conventions for generative AI (in development; repository {@code semantic-conventions-genai}, {@code
 * docs/gen-ai/gen-ai-metrics.md}, as of November 2026), of which a Prometheus name has underscores for dots. All tags have closed
 * sets of values. Prometheus shows counters with the ending {@code _total} and durations in seconds with the ending {@code
 * _seconds}.
 */
enum Metric {
    OPERATION_DURATION(
            Kind.DURATION,
            "gen_ai.client.operation.duration",
            Units.SECONDS,
            "From sending a request to a provider to the end of its stream",
            Tags.OPERATION,
            Tags.PROVIDER,
            Tags.REQUEST_MODEL,
            Tags.RESPONSE_MODEL,
            Tags.ERROR_TYPE),
    TIME_TO_FIRST_CHUNK(
            Kind.DURATION,
            "gen_ai.client.operation.time_to_first_chunk",
            Units.SECONDS,
            "From sending a request to a provider to the first text of its stream",
            Tags.OPERATION,
            Tags.PROVIDER,
            Tags.REQUEST_MODEL,
            Tags.RESPONSE_MODEL),
    TOKEN_USAGE(
            Kind.AMOUNT,
            "gen_ai.client.token.usage",
            "{token}",
            "Tokens of an attempt as its provider reports them, cached input and reasoning included",
            Tags.OPERATION,
            Tags.PROVIDER,
            Tags.REQUEST_MODEL,
            Tags.RESPONSE_MODEL,
            Tags.TOKEN_TYPE),
    INPUT(
            Kind.COUNT,
            "assistant.input",
            "{token}",
            "Input that providers have reported, by whether they had it in their prompt cache",
            Tags.PROVIDER_SHORT,
            Tags.MODEL,
            Tags.READ),
    COST(
            Kind.COUNT,
            "assistant.cost.nanos",
            "{nano}",
            "Cost of priced attempts in 10^-9 units of the currency",
            Tags.CURRENCY,
            Tags.MODEL),
    UNPRICED(
            Kind.COUNT,
            "assistant.unpriced",
            Units.ATTEMPTS,
            "Attempts whose model has no known price; not in the cost"),
    ATTEMPTS(
            Kind.COUNT,
            "assistant.attempts",
            Units.ATTEMPTS,
            "Requests to providers",
            Tags.PROVIDER_SHORT,
            Tags.OUTCOME),
    PROVIDER_ERRORS(
            Kind.COUNT,
            "assistant.provider.errors",
            Units.ATTEMPTS,
            "Failed requests to providers, before fallback",
            Tags.PROVIDER_SHORT,
            Tags.CLASS),
    ALERTS(
            Kind.COUNT,
            "assistant.provider.alerts",
            "{alert}",
            "Failures of providers about which an admin must do something",
            Tags.SLOT,
            Tags.CAUSE),
    ANSWERS(
            Kind.COUNT,
            "assistant.answers",
            Units.ANSWERS,
            "Answers as the askers had them",
            Tags.SOURCE,
            Tags.OUTCOME),
    ANSWER_ERRORS(
            Kind.COUNT,
            "assistant.answer.errors",
            Units.ANSWERS,
            "Answers that failed or broke off, after fallback, by the last failure",
            Tags.CLASS),
    ANSWER_FIRST_RESPONSE(
            Kind.DURATION,
            "assistant.answer.first.response",
            Units.SECONDS,
            "From a question's arrival to the first text",
            Tags.SOURCE),
    ANSWER_DURATION(
            Kind.DURATION,
            "assistant.answer.duration",
            Units.SECONDS,
            "From a question's arrival to the end",
            Tags.SOURCE,
            Tags.OUTCOME),
    OPEN_ANSWERS(Kind.GAUGE, "assistant.open.answers", Units.ANSWERS, "Answers under way"),
    OPEN_ANSWERS_LIMIT(
            Kind.GAUGE, "assistant.open.answers.limit", Units.ANSWERS, "Answers that may be under way at one time"),
    MONTH_COST(
            Kind.GAUGE,
            "assistant.month.cost",
            Units.MONEY,
            "Cost of the running month, of all servers on the ledger, in units of the currency"),
    MONTH_BUDGET(
            Kind.GAUGE,
            "assistant.month.budget",
            Units.MONEY,
            "The month's budget in units of the currency; NaN if none is set"),
    MONTH_FORECAST(
            Kind.GAUGE,
            "assistant.month.forecast",
            Units.MONEY,
            "Cost at the month's end if it goes on like this; NaN as long as that is not known"),
    MONTH_UNPRICED(
            Kind.GAUGE,
            "assistant.month.unpriced",
            Units.ATTEMPTS,
            "Attempts of the running month without a known price; not in its cost"),
    MONTH_AVAILABILITY(
            Kind.GAUGE,
            "assistant.month.availability",
            Units.RATIO,
            "Share of the running month's questions that had their answer; NaN if there was none"),
    AVAILABILITY_GOAL(Kind.GAUGE, "assistant.availability.goal", Units.RATIO, "The share that was promised");

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

    private static final List<Double> SECONDS_BUCKETS = doubling(0.01, 2, 14);
    private static final List<Double> TOKEN_BUCKETS = doubling(1, 4, 14);

    private final Kind kind;
    private final String openName;
    private final String unit;
    private final String sentence;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> tags;

    Metric(Kind kind, String openName, String unit, String sentence, String... tags) {
        this.kind = kind;
        this.openName = openName;
        this.unit = unit;
        this.sentence = sentence;
        this.tags = List.of(tags);
    }

    /** Each boundary so many times the one before, without the noise of floating-point multiplication. */
    private static List<Double> doubling(double first, int factor, int count) {
        return DoubleStream.iterate(first, boundary -> boundary * factor)
                .limit(count)
                .map(boundary -> Math.round(boundary * 100) / 100.0)
                .boxed()
                .toList();
    }

    Kind kind() {
        return kind;
    }

    /** The name with dots, as OpenTelemetry writes it. */
    String openName() {
        return openName;
    }

    /** The name without dots, which every registry takes. */
    String plainName() {
        return openName.replace('.', '_');
    }

    /** In UCUM, as OpenTelemetry writes it; in braces what is only counted. */
    String unit() {
        return unit;
    }

    String sentence() {
        return sentence;
    }

    /** The upper bounds of a distribution's buckets but the last, which has none. */
    List<Double> buckets() {
        return kind == Kind.AMOUNT ? TOKEN_BUCKETS : SECONDS_BUCKETS;
    }

    /** The names of the tags, with dots; a value is recorded with all of them, in this order. */
    List<String> openTags() {
        return tags;
    }

    /** The names of the tags, without dots. */
    List<String> tags() {
        return tags.stream().map(tag -> tag.replace('.', '_')).toList();
    }

    private static final class Units {
        static final String SECONDS = "s";
        static final String RATIO = "1";
        static final String MONEY = "{currency}";
        static final String ATTEMPTS = "{attempt}";
        static final String ANSWERS = "{answer}";
    }

    private static final class Tags {
        static final String OPERATION = "gen_ai.operation.name";
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
        static final String READ = "read";
    }
}
