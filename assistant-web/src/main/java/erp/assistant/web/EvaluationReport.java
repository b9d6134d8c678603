package erp.assistant.web;

import erp.assistant.Cost;
import erp.assistant.report.EvaluationResult;
import erp.assistant.report.EvaluationResult.Status;
import erp.assistant.report.EvaluationRun;
import erp.assistant.report.EvaluationSum;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** A run as a file to keep: all questions for a spreadsheet, or what they come to for people. */
final class EvaluationReport {

    private static final List<String> COLUMNS = List.of(
            "case",
            "language",
            "variant",
            "status",
            "good",
            "facts_right",
            "facts_missing",
            "forbidden_found",
            "figures",
            "figures_unmatched",
            "language_answered",
            "refused",
            "refusal_expected",
            "input_tokens",
            "output_tokens",
            "cost",
            "currency",
            "first_ms",
            "total_ms",
            "model",
            "template",
            "problem");
    private static final int NANO_DIGITS = 9;

    private EvaluationReport() {}

    /** A line per question. */
    static String csv(EvaluationRun run, List<EvaluationResult> results) {
        CsvTable table = new CsvTable(COLUMNS);
        String currency = run.spent().currency().getCurrencyCode();
        for (EvaluationResult result : results) {
            table.add(
                    result.caseId(),
                    result.language(),
                    result.variant(),
                    result.status().word(),
                    result.good() ? "yes" : "no",
                    String.join(" ", result.factsRight()),
                    String.join(" ", result.factsMissing()),
                    String.join(" ", result.forbiddenFound()),
                    result.figures().checked(),
                    String.join(" ", result.figures().unmatched()),
                    result.languageAnswered().orElse(""),
                    result.refused() ? "yes" : "no",
                    result.refusalExpected() ? "yes" : "no",
                    result.inputTokens(),
                    result.outputTokens(),
                    // Not known is empty, never 0.
                    result.cost()
                            .<Object>map(cost -> BigDecimal.valueOf(cost.nanos(), NANO_DIGITS))
                            .orElse(""),
                    currency,
                    result.firstMillis().isPresent() ? result.firstMillis().getAsLong() : "",
                    result.totalMillis(),
                    result.model(),
                    result.template(),
                    result.problem());
        }
        return table.toString();
    }

    /** The variants side by side, in all and by language, and what was wrong with which question. */
    static String markdown(EvaluationRun run, List<EvaluationResult> results) {
        StringBuilder text = new StringBuilder("# Evaluation of ")
                .append(run.startedAt())
                .append("\n\nState: ")
                .append(run.state().word())
                .append("; ")
                .append(run.done())
                .append(" of ")
                .append(run.planned())
                .append(" questions, ")
                .append(run.leftOut())
                .append(" left out; spent ")
                .append(amount(run.spent()));
        run.limit().ifPresent(limit -> text.append(" of at most ").append(amount(limit)));
        text.append(".\n\n");
        for (int i = 0; i < run.variants().size(); i++) {
            text.append("- ")
                    .append(letter(i))
                    .append(": ")
                    .append(cell(run.variants().get(i).label()))
                    .append('\n');
        }
        text.append(
                "\n| variant | language | answered | failed | good | facts right | forbidden | figures unmatched | language right |"
                        + " refusals wrong | tokens in / out | cost | first response p50 / p95 |\n"
                        + "|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        run.sums().stream().filter(sum -> sum.answered() + sum.failed() > 0).forEach(sum -> text.append(line(sum)));
        text.append(
                "\n| case | language | variant | status | missing | forbidden | unmatched | answered in | problem |\n"
                        + "|---|---|---|---|---|---|---|---|---|\n");
        results.stream()
                .filter(result -> !result.good() && result.status() != Status.LEFT_OUT)
                .forEach(result -> text.append(line(result)));
        return text.toString();
    }

    private static String line(EvaluationSum sum) {
        return row(
                letter(sum.variant()),
                sum.language().isEmpty() ? "all" : sum.language(),
                sum.answered(),
                sum.failed(),
                sum.good(),
                sum.factsRight() + " of " + sum.factsExpected(),
                sum.forbiddenFound(),
                sum.figuresUnmatched() + " of " + sum.figuresChecked(),
                sum.languageRight() + " of " + (sum.languageRight() + sum.languageWrong()) + " that can be told",
                sum.refusalsWrong(),
                sum.inputTokens() + " / " + sum.outputTokens(),
                sum.knownCost().map(EvaluationReport::amount).orElse("not known"),
                millis(sum.firstP50Millis()) + " / " + millis(sum.firstP95Millis()));
    }

    private static String line(EvaluationResult result) {
        return row(
                result.caseId(),
                result.language(),
                letter(result.variant()),
                result.status().word(),
                String.join(", ", result.factsMissing()),
                String.join(", ", result.forbiddenFound()),
                String.join(", ", result.figures().unmatched()),
                result.languageAnswered().orElse("not told"),
                result.problem());
    }

    private static String row(Object... cells) {
        return List.of(cells).stream()
                .map(Objects::toString)
                .map(EvaluationReport::cell)
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** What an admin, a provider or a record has written stays in its cell and runs nothing. */
    private static String cell(String text) {
        return text.replaceAll("[\\p{Cntrl}|<>\\[\\]]", " ");
    }

    private static String letter(int variant) {
        return variant == 0 ? "A" : "B";
    }

    private static String amount(Cost cost) {
        return cost.amount().toPlainString() + " " + cost.currency().getCurrencyCode();
    }

    private static String millis(OptionalLong millis) {
        return millis.isPresent() ? millis.getAsLong() + " ms" : "none";
    }
}
