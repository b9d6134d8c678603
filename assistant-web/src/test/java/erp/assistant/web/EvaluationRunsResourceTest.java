package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import erp.assistant.AnswerEvent.Figures;
import erp.assistant.AssistantException;
import erp.assistant.Cost;
import erp.assistant.Problem;
import erp.assistant.chat.ModelTier;
import erp.assistant.report.EvaluationPlan;
import erp.assistant.report.EvaluationPlan.Asked;
import erp.assistant.report.EvaluationPlan.Recorded;
import erp.assistant.report.EvaluationRecording;
import erp.assistant.report.EvaluationResult;
import erp.assistant.report.EvaluationResult.Status;
import erp.assistant.report.EvaluationRun;
import erp.assistant.report.EvaluationRun.Side;
import erp.assistant.report.EvaluationRun.State;
import erp.assistant.report.EvaluationRuns;
import erp.assistant.report.EvaluationSum;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class EvaluationRunsResourceTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    private final OneRun runs = new OneRun();
    private final EvaluationRunsResource resource = new EvaluationRunsResource(runs);

    @Test
    void aRunIsToldWithItsSumsAndQuestions() {
        assertThat(resource.run("r1", false)).isEqualTo("""
                {"id":"r1","state":"spending-limit","startedAt":"2026-11-20T10:02:00Z","endedAt":null,"startedBy":"adam",\
                "spendingLimit":{"amount":"0.50","currency":"EUR"},"spent":{"amount":"0.1214","currency":"EUR"},\
                "planned":2,"done":1,"leftOut":1,\
                "variants":[{"slot":"primary","tier":"small","template":"answer/2","model":"claude-x","recording":"","variant":0,"file":false,"label":"primary small: m"},\
                {"slot":"","tier":"","template":"","model":"","recording":"r0","variant":1,"file":false,"label":"recorded"}],\
                "sums":[{"variant":0,"language":"","asked":1,"failed":0,"good":0,"factsExpected":2,"factsRight":1,"forbiddenFound":1,\
                "figuresChecked":7,"figuresUnmatched":1,"languageRight":1,"languageWrong":0,"refused":0,"refusalsWrong":0,\
                "usage":{"input":1400,"output":212},"cost":{"amount":"0.1214","currency":"EUR"},"unpriced":0,\
                "firstP50Ms":790,"firstP95Ms":null}],\
                "results":[{"position":0,"case":"erp:1","name":"Late","language":"en","variant":0,"status":"done","good":false,\
                "factsRight":["lateLines"],"factsMissing":["percentDelivered"],"forbiddenFound":["margin"],\
                "figures":{"checked":7,"unmatched":["12.4"]},"languageAnswered":"en","languageRight":true,"refused":false,\
                "refusalExpected":false,"usage":{"input":1400,"output":212},"cost":{"amount":"0.1214","currency":"EUR"},\
                "firstMs":790,"totalMs":3000,"model":"m","template":"answer/2","problem":""},\
                {"position":1,"case":"erp:1","name":"Late","language":"de","variant":0,"status":"left-out","good":false,\
                "factsRight":[],"factsMissing":[],"forbiddenFound":[],"figures":{"checked":0,"unmatched":[]},\
                "languageAnswered":null,"languageRight":null,"refused":false,"refusalExpected":false,\
                "usage":{"input":0,"output":0},"cost":null,"firstMs":null,"totalMs":0,"model":"","template":"","problem":""}]}""");
        assertThat(resource.run("r1", true)).contains("\"answer\":\"It is <b>late</b>.\"");
        assertThat(resource.runs()).startsWith("{\"runs\":[{\"id\":\"r1\"").doesNotContain("results");
    }

    @Test
    void aRunThatIsNotThereIsNotFound() {
        assertThat(catchThrowableOfType(AssistantException.class, () -> resource.run("r9", false))
                        .problem()
                        .code())
                .isEqualTo(Problem.Code.RECORD_NOT_AVAILABLE);
        assertThat(catchThrowableOfType(AssistantException.class, () -> resource.end("r9"))
                        .problem()
                        .code())
                .isEqualTo(Problem.Code.RECORD_NOT_AVAILABLE);
    }

    @Test
    void aRecordingThatThereIsNotIsNotFound() {
        assertThat(catchThrowableOfType(AssistantException.class, () -> resource.recording("r1", "0"))
                        .problem()
                        .code())
                .isEqualTo(Problem.Code.RECORD_NOT_AVAILABLE);
        assertThat(catchThrowableOfType(AssistantException.class, () -> resource.recording("r1", "2"))
                        .problem()
                        .detail())
                .isEqualTo("variant must be a whole number from 0 to 1.");
    }

    @Test
    void theReportSaysWhatWasWrongWithoutTheAnswers() {
        String report = EvaluationReport.markdown(runs.run("r1").orElseThrow(), runs.results("r1", true));

        assertThat(report)
                .contains("State: spending-limit; 1 of 2 questions, 1 left out; spent 0.1214 EUR of at most 0.50 EUR.")
                .contains("- A: primary small: m\n- B: recorded\n")
                .contains("| A | all | 1 | 0 | 0 | 1 of 2 | 1 | 1 of 7 | 1 of 1 that can be told | 0 | 1400 / 212 |"
                        + " 0.1214 EUR | 790 ms / none |\n")
                .contains("| erp:1 | en | A | done | percentDelivered | margin | 12.4 | en |  |\n")
                .doesNotContain("late</b>", "left-out |");
    }

    @Test
    void theTableHasALinePerQuestionAndUnknownIsEmpty() {
        String csv = EvaluationReport.csv(runs.run("r1").orElseThrow(), runs.results("r1", true));

        assertThat(csv.lines())
                .hasSize(3)
                .anyMatch(line ->
                        line.equals("erp:1,en,0,done,no,lateLines,percentDelivered,margin,7,12.4,en,no,no,1400,212,"
                                + "0.121400000,EUR,790,3000,m,answer/2,"))
                .anyMatch(line -> line.equals("erp:1,de,0,left-out,no,,,,0,,,no,no,0,0,,EUR,,0,,,"));
    }

    /** Has one run, which is neither under way nor may be deleted. */
    private static final class OneRun implements EvaluationRuns {

        @Override
        public EvaluationRun start(EvaluationPlan plan, String by) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public EvaluationRun judge(EvaluationRecording recording, String by) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public Optional<EvaluationRecording> recording(String id, int variant) {
            return Optional.empty();
        }

        @Override
        public List<EvaluationRun> runs() {
            Cost spent = new Cost(121_400_000L, EUR);
            return List.of(new EvaluationRun(
                    "r1",
                    State.SPENDING_LIMIT,
                    Instant.parse("2026-11-20T10:02:00Z"),
                    Optional.empty(),
                    "adam",
                    Optional.of(new Cost(500_000_000L, EUR)),
                    spent,
                    2,
                    1,
                    1,
                    List.of(
                            new Side(new Asked("primary", ModelTier.SMALL, "answer/2", "claude-x"), "primary small: m"),
                            new Side(new Recorded("r0", 1), "recorded")),
                    List.of(new EvaluationSum(
                            0,
                            "",
                            1,
                            0,
                            0,
                            2,
                            1,
                            1,
                            7,
                            1,
                            1,
                            0,
                            0,
                            0,
                            1_400,
                            212,
                            spent,
                            0,
                            OptionalLong.of(790),
                            OptionalLong.empty()))));
        }

        @Override
        public Optional<EvaluationRun> run(String id) {
            return runs().stream().filter(run -> run.id().equals(id)).findFirst();
        }

        @Override
        public List<EvaluationResult> results(String id, boolean withAnswers) {
            return List.of(
                    new EvaluationResult(
                            0,
                            "erp:1",
                            "Late",
                            "en",
                            0,
                            Status.DONE,
                            List.of("lateLines"),
                            List.of("percentDelivered"),
                            List.of("margin"),
                            new Figures(7, List.of("12.4")),
                            Optional.of("en"),
                            false,
                            false,
                            1_400,
                            212,
                            Optional.of(new Cost(121_400_000L, EUR)),
                            OptionalLong.of(790),
                            3_000,
                            "m",
                            "answer/2",
                            "",
                            "It is <b>late</b>."),
                    new EvaluationResult(
                            1,
                            "erp:1",
                            "Late",
                            "de",
                            0,
                            Status.LEFT_OUT,
                            List.of(),
                            List.of(),
                            List.of(),
                            new Figures(0, List.of()),
                            Optional.empty(),
                            false,
                            false,
                            0,
                            0,
                            Optional.empty(),
                            OptionalLong.empty(),
                            0,
                            "",
                            "",
                            "",
                            ""));
        }

        @Override
        public boolean stop(String id) {
            return false;
        }

        @Override
        public boolean delete(String id) {
            return false;
        }
    }
}
