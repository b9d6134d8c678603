package erp.assistant.benchmark.machine;

/**
 * What processes have used up to a moment, or hold at it.
 *
 * @param cpuSeconds user and system time; the kernel counts in steps of 10 ms
 * @param rssKib resident memory
 * @param threads of the operating system
 */
public record Usage(double cpuSeconds, long rssKib, int threads) {

    static final Usage NONE = new Usage(0, 0, 0);

    Usage plus(Usage other) {
        return new Usage(cpuSeconds + other.cpuSeconds, rssKib + other.rssKib, threads + other.threads);
    }
}
