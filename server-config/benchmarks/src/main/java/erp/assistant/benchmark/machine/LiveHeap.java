package erp.assistant.benchmark.machine;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Java virtual machine still holds after a full collection. */
public final class LiveHeap {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private LiveHeap() {}

    /**
     * Collects, and counts what is left, in KiB. It stops the program for that long.
     *
     * @param java another program than this: stopped, it could not take what is written about it
     */
    public static long kib(ProcessHandle java) {
        if (java.equals(ProcessHandle.current())) {
            throw new IllegalArgumentException("a program cannot count itself");
        }
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        return kib(Commands.output(jcmd, Long.toString(java.pid()), "GC.class_histogram"));
    }

    static long kib(String histogram) {
        Matcher total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new IllegalStateException(
                    "No heap histogram: " + histogram.lines().findFirst().orElse("nothing"));
        }
        return Long.parseLong(total.group(1)) / 1024;
    }
}
