package erp.assistant.benchmark.machine;

import java.util.List;
import java.util.stream.Stream;

/** Reads the texts under {@code /proc}, as proc(5) describes them. */
final class ProcFiles {

    /** USER_HZ, which Linux shows to programs on all common platforms. */
    private static final double TICKS_PER_SECOND = 100;

    private ProcFiles() {}

    /** User and system time in {@code /proc/PID/stat}; the name before them may hold anything. */
    static double cpuSeconds(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    /** Whether {@code /proc/PID/task/TID/stat} is that of a thread of HotSpot's compilers. */
    static boolean compiler(String stat) {
        return stat.contains("(C1 Compiler") || stat.contains("(C2 Compiler");
    }

    /** A figure of {@code /proc/PID/status} such as {@code VmRSS}; 0 if the line is missing. */
    static long figure(List<String> status, String name) {
        return status.stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    /** Seconds that all processors were busy, by the first line of {@code /proc/stat}. */
    static double busySeconds(String cpuLine) {
        long[] ticks = Stream.of(cpuLine.strip().split("\\s+"))
                .skip(1)
                .limit(8)
                .mapToLong(Long::parseLong)
                .toArray();
        long busy = 0;
        for (int i = 0; i < ticks.length; i++) {
            // The fourth and the fifth are idle and waiting for a disk.
            busy += i == 3 || i == 4 ? 0 : ticks[i];
        }
        return busy / TICKS_PER_SECOND;
    }

    /** Connections of {@code /proc/net/tcp} in the state ESTABLISHED (01) or CLOSE_WAIT (08) with this local port. */
    static int connections(List<String> lines, int localPort) {
        String port = String.format(java.util.Locale.ROOT, ":%04X", localPort);
        return (int) lines.stream()
                .skip(1)
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields[1].endsWith(port) && (fields[3].equals("01") || fields[3].equals("08")))
                .count();
    }
}
