package erp.assistant.benchmark.report;

import java.util.List;

/** The report in Markdown: which goals are reached, a table for each part, and under what conditions it was measured. */
public final class Report {

    private static final String OPENING = """
            # Benchmark report

            Written by the benchmark itself; [README.md](README.md) says how. Medians over the rounds, (least..most) in brackets.
            Figures of one machine do not carry over to another: compare with nginx and the peer in the same run.

            ## Goals

            | figure | goal | measured | reached |
            |---|---|---|---|
            """;

    private final Results results;
    private final List<Run> runs;
    private final List<PartTable> parts;

    /**
     * A report of these results.
     *
     * @param parts the tables, in the order to show
     */
    public Report(Results results, List<Run> runs, List<PartTable> parts) {
        this.results = results;
        this.runs = List.copyOf(runs);
        this.parts = List.copyOf(parts);
    }

    public String markdown() {
        StringBuilder text = new StringBuilder(OPENING);
        Goals.ALL.forEach(goal -> text.append(goal.line(results)).append('\n'));
        parts.forEach(part -> text.append(part.markdown(results)));
        text.append("\n## Runs\n");
        for (Run run : runs) {
            text.append("\n| ").append(String.join(", ", run.parts())).append(" | |\n|---|---|\n");
            run.conditions()
                    .forEach((name, value) -> text.append("| ")
                            .append(name)
                            .append(" | ")
                            .append(value)
                            .append(" |\n"));
        }
        return text.toString();
    }
}
