package erp.assistant.impl.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.Cost;
import erp.assistant.impl.Logged;
import erp.assistant.report.MonthlyMetrics;
import erp.assistant.report.MonthlyMetrics.CostReport;
import erp.assistant.report.MonthlyMetrics.Errors;
import erp.assistant.report.MonthlyMetrics.Latency;
import erp.assistant.report.MonthlyMetrics.Percentiles;
import erp.assistant.report.ProductionMetrics;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LogLinesTest {

    @RegisterExtension
    final Logged answers = Logged.by("erp.assistant.answer");

    @RegisterExtension
    final Logged summaries = Logged.by("erp.assistant.summary");

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @Test
    void anAnswerIsOneLine() {
        assertThat(AnswerLog.line(Rows.answer(
                        "4711", "end", "primary", Optional.of(new Cost(3_118_000, Rows.EUR)), OptionalLong.of(1100))))
                .isEqualTo("call=\"0190-call\" user=\"anna\" organisation=\"1000\" recordType=\"sales-order\""
                        + " recordId=\"4711\" action=\"summary\" outcome=\"end\" source=\"primary\""
                        + " model=\"claude-haiku-4-5\" inputTokens=412 cachedTokens=10 outputTokens=60"
                        + " cost=\"0.003118 EUR\" unpricedAttempts=1 firstMillis=1100 totalMillis=19100 attempts=2");
    }

    @Test
    void anUnknownCostIsUnpricedAndAMissingFirstTextIsNone() {
        assertThat(AnswerLog.line(Rows.answer("4711", "failed", "", Optional.empty(), OptionalLong.empty())))
                .contains(" cost=\"unpriced\" ")
                .contains(" firstMillis=none ")
                .contains(" source=\"\" ");
    }

    @Test
    void aRecordIdCannotForgeALine() {
        String id = "1\" outcome=\"end\"\r\nINFO call=\"2\\\u2028\u0085\u202e\u0000\uD800\u001b[31m";
        String line = AnswerLog.line(Rows.answer(id, "failed", "", Optional.empty(), OptionalLong.empty()));
        assertThat(line)
                .contains("recordId=\"1\\\" outcome=\\\"end\\\"\\u{d}\\u{a}INFO call=\\\"2\\\\\\u{2028}\\u{85}\\u{202e}"
                        + "\\u{0}\\u{d800}\\u{1b}[31m\" action=")
                .matches("[\\x20-\\x7e]*");
    }

    @Test
    void aLongTextIsCut() {
        assertThat(new LogLine().text("id", "x".repeat(1000)).toString()).isEqualTo("id=\"" + "x".repeat(200) + "\"");
    }

    @Test
    void lettersOfOtherLanguagesStayReadable() {
        assertThat(new LogLine().text("user", "Jürgen 田中").toString()).isEqualTo("user=\"Jürgen 田中\"");
    }

    @Test
    void aMonthIsOneLineWithTheThreeMetrics() {
        MonthlyMetrics month = new MonthlyMetrics(
                NOVEMBER,
                new CostReport(
                        new Cost(123_456_789_000L, Rows.EUR),
                        Optional.of(new Cost(280_000_000_000L, Rows.EUR)),
                        Optional.of(new Cost(200_000_000_000L, Rows.EUR)),
                        3,
                        4,
                        new Cost(1_000_000_000L, Rows.EUR)),
                new Latency(new Percentiles(10, 1100, 2400, 3000), new Percentiles(9, 19_100, 31_000, 40_000)),
                new Errors(1000, 1, 2, 3, 4, 5, 6, 995, 2),
                new MonthlyMetrics.Sla(new BigDecimal("99.9")),
                Map.of());
        assertThat(SummaryLog.line(month))
                .isEqualTo("month=2026-11 cost=\"123.456789 EUR\" budget=\"280.00 EUR\" forecast=\"200.00 EUR\""
                        + " unpricedCalls=3 answers=995 firstP50Millis=1100 firstP95Millis=2400 firstP99Millis=3000"
                        + " fullP50Millis=19100 fullP95Millis=31000 fullP99Millis=40000 attempts=1000 errors5xx=1"
                        + " errorsOverloaded=2 errorsInStream=3 errorsTimeout=4 errorsTruncated=5 errorsOther=6"
                        + " errorsBeforeFallback=2.10% errorsAfterFallback=0.20% availabilityGoal=99.9%"
                        + " errorBudgetUsed=201.1%");
    }

    @Test
    void whatHasNoBaseIsNoneAndNotZero() {
        MonthlyMetrics month = new MonthlyMetrics(
                NOVEMBER,
                new CostReport(new Cost(0, Rows.EUR), Optional.empty(), Optional.empty(), 0, 0, new Cost(0, Rows.EUR)),
                new Latency(Percentiles.NONE, Percentiles.NONE),
                Errors.NONE,
                new MonthlyMetrics.Sla(new BigDecimal("99.9")),
                Map.of());
        assertThat(SummaryLog.line(month))
                .isEqualTo("month=2026-11 cost=\"0.00 EUR\" budget=\"none\" forecast=\"none\" unpricedCalls=0 answers=0"
                        + " firstP50Millis=none firstP95Millis=none firstP99Millis=none fullP50Millis=none"
                        + " fullP95Millis=none fullP99Millis=none attempts=0 errors5xx=0 errorsOverloaded=0 errorsInStream=0"
                        + " errorsTimeout=0 errorsTruncated=0 errorsOther=0 errorsBeforeFallback=none"
                        + " errorsAfterFallback=none availabilityGoal=99.9% errorBudgetUsed=none");
    }

    @Test
    void theLinesGoToLoggersOfTheirOwn() {
        var row = Rows.answer("{0} '4711'", "end", "cache", Optional.empty(), OptionalLong.of(1));
        new AnswerLog().accept(row);
        new SummaryLog(failing()).run();

        assertThat(answers.lines()).containsExactly(AnswerLog.line(row));
        assertThat(summaries.lines()).containsExactly("the production metrics could not be read");
    }

    private static ProductionMetrics failing() {
        return new ProductionMetrics() {
            @Override
            public MonthlyMetrics month(YearMonth month) {
                throw new IllegalStateException("database is away");
            }

            @Override
            public MonthlyMetrics month(YearMonth of, Map<String, String> only) {
                throw new AssertionError("a log line is of the whole month");
            }

            @Override
            public YearMonth currentMonth() {
                return NOVEMBER;
            }
        };
    }
}
