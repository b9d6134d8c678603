package erp.assistant.stub;

/** Counts for {@link StubStats}; safe for use by many threads. */
final class Counters {

    private int connections;
    private int active;
    private int maxActive;
    private int blocked;
    private long anthropic;
    private long openAi;
    private long completed;
    private long refused;
    private long anthropicAborts;
    private long openAiAborts;
    private long lastAbortNanos;
    private long tokens;
    private long sentBytes;

    synchronized void connected(int change) {
        connections += change;
    }

    synchronized void blocked(int change) {
        blocked += change;
    }

    synchronized void started(Wire wire) {
        if (wire instanceof AnthropicWire) {
            anthropic++;
        } else {
            openAi++;
        }
        active++;
        maxActive = Math.max(maxActive, active);
    }

    synchronized void completed() {
        active--;
        completed++;
    }

    synchronized void refused() {
        active--;
        refused++;
    }

    /** The stub itself cut the connection. */
    synchronized void cut() {
        active--;
    }

    synchronized void abandoned(Wire wire) {
        active--;
        if (wire instanceof AnthropicWire) {
            anthropicAborts++;
        } else {
            openAiAborts++;
        }
        lastAbortNanos = System.nanoTime();
    }

    synchronized void token() {
        tokens++;
    }

    synchronized void sent(long bytes) {
        sentBytes += bytes;
    }

    /** Forgets what has been; what is now stays. */
    synchronized void reset() {
        maxActive = active;
        anthropic = 0;
        openAi = 0;
        completed = 0;
        refused = 0;
        anthropicAborts = 0;
        openAiAborts = 0;
        lastAbortNanos = 0;
        tokens = 0;
        sentBytes = 0;
    }

    synchronized StubStats stats() {
        return new StubStats(
                connections,
                active,
                maxActive,
                blocked,
                anthropic,
                openAi,
                completed,
                refused,
                anthropicAborts,
                openAiAborts,
                lastAbortNanos,
                tokens,
                sentBytes);
    }
}
