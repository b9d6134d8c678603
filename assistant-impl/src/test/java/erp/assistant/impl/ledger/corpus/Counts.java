package erp.assistant.impl.ledger.corpus;

/**
 * What a provider counts for one answer.
 *
 * @param writeUntold written to the cache for a duration that the provider does not tell
 * @param reasoning part of the output that is not shown
 * @param reasoningApart whether the provider's output total leaves the reasoning out
 */
record Counts(
        long fresh,
        long read,
        long write5m,
        long write1h,
        long writeUntold,
        long output,
        long reasoning,
        boolean reasoningApart,
        long searches,
        String tier,
        String geo) {

    static Counts of(long fresh, long read, long output) {
        return new Counts(fresh, read, 0, 0, 0, output, 0, false, 0, "", "");
    }

    Counts writing(long fiveMinutes, long oneHour, long untold) {
        return new Counts(
                fresh, read, fiveMinutes, oneHour, untold, output, reasoning, reasoningApart, searches, tier, geo);
    }

    Counts thinking(long tokens, boolean apart) {
        return new Counts(fresh, read, write5m, write1h, writeUntold, output, tokens, apart, searches, tier, geo);
    }

    Counts searching(long times) {
        return new Counts(
                fresh, read, write5m, write1h, writeUntold, output, reasoning, reasoningApart, times, tier, geo);
    }

    Counts under(String newTier, String newGeo) {
        return new Counts(
                fresh,
                read,
                write5m,
                write1h,
                writeUntold,
                output,
                reasoning,
                reasoningApart,
                searches,
                newTier,
                newGeo);
    }

    long written() {
        return write5m + write1h + writeUntold;
    }

    long input() {
        return fresh + read + written();
    }

    /** With the reasoning. */
    long allOutput() {
        return reasoningApart ? output + reasoning : output;
    }

    long total() {
        return input() + allOutput();
    }
}
