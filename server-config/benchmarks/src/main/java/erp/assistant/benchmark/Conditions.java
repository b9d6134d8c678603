package erp.assistant.benchmark;

import erp.assistant.benchmark.figure.Part;
import erp.assistant.benchmark.machine.Commands;
import erp.assistant.benchmark.machine.Cores;
import erp.assistant.benchmark.machine.Machine;
import erp.assistant.benchmark.machine.Quiet;
import erp.assistant.benchmark.report.Run;
import erp.assistant.benchmark.target.Versions;
import erp.assistant.benchmark.target.Workshop;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Describes a run for the report. */
final class Conditions {

    private Conditions() {}

    static Run of(Options options, Workshop workshop, Cores cores, Quiet quiet, List<String> missing) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("when", LocalDateTime.now().truncatedTo(ChronoUnit.MINUTES).toString());
        lines.put("command", "`" + options.command() + "`");
        lines.put("machine", Machine.description());
        lines.put("cores", cores(cores));
        lines.put("others", quiet.text());
        lines.put("JDK of servers and harness", System.getProperty("java.vendor") + " " + Runtime.version());
        lines.put("versions", Versions.text(workshop));
        lines.put("revision", revision());
        if (!missing.isEmpty()) {
            lines.put("left out", String.join("; ", missing));
        }
        Set<String> parts = new LinkedHashSet<>();
        options.parts().stream().map(Part::key).forEach(parts::add);
        return new Run(parts, lines);
    }

    private static String cores(Cores cores) {
        return cores.pinned()
                ? "server on core 0, load generator and provider stub on core 1"
                : "**not pinned** (no taskset): server and harness disturbed each other";
    }

    private static String revision() {
        if (Commands.find("git").isEmpty()) {
            return "unknown";
        }
        String revision = Commands.output("git", "rev-parse", "--short", "HEAD").strip();
        boolean changed = !Commands.output(
                        "git", "status", "--porcelain", "--untracked-files=no", ":/", ":!*.md", ":!*.jsonl")
                .isBlank();
        return changed ? revision + " with changes" : revision;
    }
}
