package erp.assistant.chat;

import java.util.Objects;

/**
 * The tokens of one provider attempt in disjoint classes; their sum is the provider's total.
 *
 * @param input fresh input, neither read from nor written to the provider's prompt cache
 * @param cacheRead input read from the provider's prompt cache
 * @param cacheWrite5m input written to the prompt cache for five minutes, or where the provider names no duration
 * @param cacheWrite1h input written to the prompt cache for one hour
 * @param output visible output
 * @param reasoning output spent on reasoning that is not shown
 */
public record TokenUsage(
        long input, long cacheRead, long cacheWrite5m, long cacheWrite1h, long output, long reasoning, Source source) {

    /** Where the numbers come from. */
    public enum Source {
        /** The provider's final word. */
        REPORTED,
        /**
         * Partly from the provider, the rest estimated: output, when the stream ended before the provider's final word;
         * input, when the provider told the output alone.
         */
        PARTIAL,
        /** The provider said nothing; both are estimated. */
        ESTIMATED,
        /** Found after a crash; the upper bound that was reserved. */
        CRASH,
        /** No provider was asked. */
        NONE
    }

    private static final int CHARACTERS_PER_TOKEN = 3;

    public static final TokenUsage NONE = new TokenUsage(0, 0, 0, 0, 0, 0, Source.NONE);

    public TokenUsage {
        Objects.requireNonNull(source, "source");
        if (input < 0 || cacheRead < 0 || cacheWrite5m < 0 || cacheWrite1h < 0 || output < 0 || reasoning < 0) {
            throw new IllegalArgumentException("token counts must not be negative");
        }
    }

    /** An estimate, rather too high than too low, of the tokens of a text: three characters each, while four are usual. */
    public static long estimate(long characters) {
        return (characters + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
    }

    /** All input, as OpenTelemetry's {@code gen_ai.usage.input_tokens} counts it. */
    public long totalInput() {
        return input + cacheRead + cacheWrite5m + cacheWrite1h;
    }

    public long totalOutput() {
        return output + reasoning;
    }

    public long total() {
        return totalInput() + totalOutput();
    }
}
