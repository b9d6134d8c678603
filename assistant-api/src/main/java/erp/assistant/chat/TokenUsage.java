package erp.assistant.chat;

import java.util.Objects;

/**
 * What a provider bills of one attempt: its tokens in disjoint classes, whose sum is the provider's total, the uses of the
 * provider's own tools, and the terms that change the price.
 *
 * @param input fresh input, neither read from nor written to the provider's prompt cache
 * @param cacheRead input read from the provider's prompt cache
 * @param cacheWrite5m input written to the prompt cache for five minutes
 * @param cacheWrite1h input written to the prompt cache for one hour
 * @param cacheWriteOther input written to the prompt cache for a duration that the provider does not tell
 * @param output visible output
 * @param reasoning output spent on reasoning that is not shown
 * @param webSearches searches that the provider ran on the web; they are no tokens
 * @param terms as the response tells them
 */
public record TokenUsage(
        long input,
        long cacheRead,
        long cacheWrite5m,
        long cacheWrite1h,
        long cacheWriteOther,
        long output,
        long reasoning,
        long webSearches,
        Terms terms,
        Source source) {

    /**
     * The terms under which the provider says that it worked; each in the provider's words, in lower case.
     *
     * @param serviceTier such as {@code standard}, {@code flex}, {@code priority} or {@code batch}; empty if it was not told
     * @param inferenceGeo where the model ran, such as {@code us}; empty if it was not told
     */
    public record Terms(String serviceTier, String inferenceGeo) {

        /** Nothing was told: the list price holds. */
        public static final Terms NOT_TOLD = new Terms("", "");

        public Terms {
            Objects.requireNonNull(serviceTier, "serviceTier");
            Objects.requireNonNull(inferenceGeo, "inferenceGeo");
        }
    }

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
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(source, "source");
        if (input < 0
                || cacheRead < 0
                || cacheWrite5m < 0
                || cacheWrite1h < 0
                || cacheWriteOther < 0
                || output < 0
                || reasoning < 0
                || webSearches < 0) {
            throw new IllegalArgumentException("counts must not be negative");
        }
    }

    /** Usage of a provider that tells the duration of each cache write, runs no tools, and names no terms. */
    public TokenUsage(
            long input,
            long cacheRead,
            long cacheWrite5m,
            long cacheWrite1h,
            long output,
            long reasoning,
            Source source) {
        this(input, cacheRead, cacheWrite5m, cacheWrite1h, 0, output, reasoning, 0, Terms.NOT_TOLD, source);
    }

    /** An estimate, rather too high than too low, of the tokens of a text: three characters each, while four are usual. */
    public static long estimate(long characters) {
        return (characters + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
    }

    /** The same with so much more visible output, from another source. */
    public TokenUsage plusOutput(long more, Source from) {
        return new TokenUsage(
                input,
                cacheRead,
                cacheWrite5m,
                cacheWrite1h,
                cacheWriteOther,
                output + more,
                reasoning,
                webSearches,
                terms,
                from);
    }

    /** The same under these terms. */
    public TokenUsage under(Terms told) {
        return new TokenUsage(
                input,
                cacheRead,
                cacheWrite5m,
                cacheWrite1h,
                cacheWriteOther,
                output,
                reasoning,
                webSearches,
                told,
                source);
    }

    /** All that was written to the prompt cache. */
    public long cacheWrite() {
        return cacheWrite5m + cacheWrite1h + cacheWriteOther;
    }

    /** All input, as OpenTelemetry's {@code gen_ai.usage.input_tokens} counts it. */
    public long totalInput() {
        return input + cacheRead + cacheWrite();
    }

    public long totalOutput() {
        return output + reasoning;
    }

    /** All tokens. */
    public long total() {
        return totalInput() + totalOutput();
    }

    /** Whether there is nothing to bill. */
    public boolean isEmpty() {
        return total() == 0 && webSearches == 0;
    }
}
