package erp.assistant.impl.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import erp.assistant.AnswerEvent.Figures;
import erp.assistant.AssistantException;
import erp.assistant.Cost;
import erp.assistant.Problem;
import erp.assistant.chat.ModelTier;
import erp.assistant.evaluation.EvaluationCase;
import erp.assistant.evaluation.EvaluationSet;
import erp.assistant.evaluation.Expectation;
import erp.assistant.impl.config.TestSettings;
import erp.assistant.impl.ledger.TestDatabase;
import erp.assistant.report.EvaluationPlan;
import erp.assistant.report.EvaluationPlan.Asked;
import erp.assistant.report.EvaluationPlan.Recorded;
import erp.assistant.report.EvaluationPlan.Uploaded;
import erp.assistant.report.EvaluationPlan.Variant;
import erp.assistant.report.EvaluationRecording;
import erp.assistant.report.EvaluationRecording.Answer;
import erp.assistant.report.EvaluationResult;
import erp.assistant.report.EvaluationResult.Status;
import erp.assistant.report.EvaluationRun;
import erp.assistant.report.EvaluationRun.Side;
import erp.assistant.report.EvaluationRun.State;
import erp.assistant.report.EvaluationSum;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class EvaluationTest {

    private static final Asked PRIMARY = new Asked("primary", ModelTier.SMALL, "");
    private static final Asked BACKUP = new Asked("backup", ModelTier.LARGE, "answer/2");

    /** Held, so that its setting is: what the tests provoke is not the build's to tell. */
    private static final Logger QUIET = Logger.getLogger("erp.assistant");

    static {
        QUIET.setUseParentHandlers(false);
    }

    private final DataSource dataSource;
    private final List<EvaluationSet> sets = new ArrayList<>();
    private final Map<String, String> configuration = new HashMap<>();
    private final FakeQuestions questions = new FakeQuestions();
    private final Time clock = new Time();
    private boolean executorIsClosed;
    private final Evaluation evaluation;

    EvaluationTest(TestDatabase kind) {
        dataSource = kind.migrated();
        evaluation = new Evaluation(
                new CaseBook(dataSource, () -> sets, clock),
                dataSource,
                questions,
                new FakeSaying(),
                () -> TestSettings.of(configuration),
                task -> {
                    if (executorIsClosed) {
                        throw new RejectedExecutionException("the server stops");
                    }
                    task.run();
                },
                clock);
        sets.add(Cases.set("erp", Cases.late("1"), Cases.late("2")));
    }

    private EvaluationRun run(EvaluationPlan plan) {
        return again(evaluation.start(plan, "adam"));
    }

    private EvaluationRun again(EvaluationRun run) {
        return evaluation.run(run.id()).orElseThrow();
    }

    private static EvaluationPlan plan(long limitNanos, Variant... variants) {
        return new EvaluationPlan(Set.of("erp"), Set.of(), List.of(variants), Optional.of(limitNanos));
    }

    private List<EvaluationResult> results(EvaluationRun run) {
        return evaluation.results(run.id(), true);
    }

    @Test
    void eachCaseIsAskedInEachLanguageOfEachVariantSideBySide() {
        EvaluationRun run = run(plan(1_000_000_000L, PRIMARY, BACKUP));

        assertThat(questions.asked)
                .containsExactly(
                        "1 de primary by adam",
                        "1 de backup by adam",
                        "1 en primary by adam",
                        "1 en backup by adam",
                        "2 de primary by adam",
                        "2 de backup by adam",
                        "2 en primary by adam",
                        "2 en backup by adam");
        assertThat(run.state()).isEqualTo(State.FINISHED);
        assertThat(run.endedAt()).contains(clock.instant());
        assertThat(run.planned()).isEqualTo(run.done()).isEqualTo(8);
        assertThat(run.spent().nanos()).isEqualTo(8 * 2_000_000L);
        assertThat(run.variants())
                .containsExactly(
                        new EvaluationRun.Side(PRIMARY, "primary: model-1"),
                        new EvaluationRun.Side(BACKUP, "backup: model-1"));
        assertThat(evaluation.runs()).containsExactly(run);
    }

    @Test
    void anAnswerIsKeptWithItsVerdict() {
        EvaluationRun run = run(plan(1_000_000_000L, PRIMARY));

        EvaluationResult english = results(run).get(1);
        assertThat(english)
                .isEqualTo(new EvaluationResult(
                        1,
                        "erp:1",
                        "Late 1",
                        "en",
                        0,
                        Status.DONE,
                        List.of("daysLate", "Meyer"),
                        List.of(),
                        List.of(),
                        new Figures(2, List.of()),
                        Optional.of("en"),
                        false,
                        false,
                        1_000,
                        100,
                        Optional.of(new Cost(
                                2_000_000L, TestSettings.of(configuration).currency())),
                        OptionalLong.of(700),
                        2_000,
                        "model-1",
                        "answer/2",
                        "",
                        "12 days late, says Meyer."));
        assertThat(english.good()).isTrue();
        assertThat(results(run).get(0).good())
                .as("English was answered to a German question")
                .isFalse();
        assertThat(evaluation.results(run.id(), false))
                .allMatch(result -> result.answer().isEmpty());
    }

    @Test
    void twoVariantsAreAddedUpBesideEachOtherAndByLanguage() {
        questions.bySlot.put(
                "backup",
                new Reply(
                        "DE89 3 [x]",
                        Map.of("daysLate", "12", "lines.1.margin", "3"),
                        Set.of(),
                        new Figures(3, List.of("3")),
                        Optional.of("de"),
                        true,
                        "",
                        10,
                        1,
                        Optional.empty(),
                        OptionalLong.empty(),
                        5,
                        "model-2",
                        "answer/2"));
        EvaluationRun run = run(plan(1_000_000_000L, PRIMARY, BACKUP));

        assertThat(run.sums())
                .extracting(EvaluationSum::variant, EvaluationSum::language, EvaluationSum::good)
                .containsExactly(
                        tuple(0, "", 2),
                        tuple(0, "de", 0),
                        tuple(0, "en", 2),
                        tuple(1, "", 0),
                        tuple(1, "de", 0),
                        tuple(1, "en", 0));
        EvaluationSum primary = run.sums().get(0);
        assertThat(primary.factsRight()).isEqualTo(primary.factsExpected()).isEqualTo(8);
        assertThat(primary.languageRight()).isEqualTo(primary.languageWrong()).isEqualTo(2);
        assertThat(primary.inputTokens()).isEqualTo(4_000);
        assertThat(primary.outputTokens()).isEqualTo(400);
        assertThat(primary.knownCost().orElseThrow().nanos()).isEqualTo(8_000_000L);
        assertThat(primary.firstP50Millis()).hasValue(700);
        EvaluationSum backup = run.sums().get(3);
        assertThat(backup.factsRight()).isZero();
        assertThat(backup.forbiddenFound()).isEqualTo(8);
        assertThat(backup.figuresUnmatched()).isEqualTo(4);
        assertThat(backup.refused()).isEqualTo(backup.refusalsWrong()).isEqualTo(4);
        assertThat(backup.knownCost()).as("nobody knows what it cost").isEmpty();
        assertThat(backup.firstP50Millis()).isEmpty();
        assertThat(run.spent().nanos())
                .as("what is not known counts with its bound")
                .isEqualTo(4 * 2_000_000L + 4 * FakeQuestions.BOUND);
    }

    @Test
    void onlyWhatIsWantedIsAsked() {
        run(new EvaluationPlan(Set.of("erp:2"), Set.of("en"), List.of(PRIMARY), Optional.of(1_000_000_000L)));
        run(new EvaluationPlan(Set.of("all"), Set.of("de"), List.of(PRIMARY), Optional.of(1_000_000_000L)));

        assertThat(questions.asked)
                .containsExactly("2 en primary by adam", "1 de primary by adam", "2 de primary by adam");
    }

    @Test
    void theLimitIsNeverOvershotAndWhatItLeavesOutIsSaid() {
        // The first two leave 5,999,999 and 3,999,999; the bound of 5,000,000 then has no room.
        EvaluationRun run = run(plan(7_999_999L, PRIMARY));

        assertThat(run.state()).isEqualTo(State.SPENDING_LIMIT);
        assertThat(questions.asked).hasSize(2);
        assertThat(run.spent().nanos()).isEqualTo(4_000_000L);
        assertThat(run.leftOut()).isEqualTo(2);
        assertThat(results(run))
                .extracting(EvaluationResult::status)
                .containsExactly(Status.DONE, Status.DONE, Status.LEFT_OUT, Status.LEFT_OUT);
    }

    @Test
    void aLimitThatIsExactlyEnoughIsEnough() {
        EvaluationRun run = run(plan(3 * 2_000_000L + FakeQuestions.BOUND, PRIMARY));

        assertThat(run.state()).isEqualTo(State.FINISHED);
        assertThat(run.leftOut()).isZero();
    }

    @Test
    void aModelWithoutAPriceIsNotAsked() {
        questions.bound = Optional.empty();
        EvaluationRun run = run(plan(1_000_000_000L, PRIMARY));

        assertThat(run.state()).isEqualTo(State.UNPRICED);
        assertThat(questions.asked).isEmpty();
        assertThat(run.leftOut()).isEqualTo(4);
    }

    @Test
    void oneRunAtATime() {
        questions.waits = true;
        EvaluationRun first = run(plan(1_000_000_000L, PRIMARY));

        assertThat(first.state()).isEqualTo(State.RUNNING);
        assertThat(results(first).get(0).status()).isEqualTo(Status.ASKED);
        Problem problem = catchThrowableOfType(
                        AssistantException.class, () -> evaluation.start(plan(1_000_000_000L, PRIMARY), "eve"))
                .problem();
        assertThat(problem.code()).isEqualTo(Problem.Code.OVERLOADED);
        assertThat(evaluation.delete(first.id())).as("under way").isFalse();
        assertThat(evaluation.stop(first.id())).isTrue();
        assertThat(evaluation.stop(first.id())).as("ended").isFalse();
        questions.waits = false;
        assertThat(run(plan(1_000_000_000L, PRIMARY)).state()).isEqualTo(State.FINISHED);
    }

    @Test
    void aStopClosesTheAnswerUnderWayAndLeavesTheRestOut() {
        questions.waits = true;
        EvaluationRun run = run(plan(1_000_000_000L, PRIMARY));
        questions.answer(Cases.reply("12 Meyer", Map.of("daysLate", "12")));

        evaluation.stop(run.id());

        EvaluationRun stopped = again(run);
        assertThat(questions.stops).isEqualTo(1);
        assertThat(stopped.state()).isEqualTo(State.STOPPED);
        assertThat(results(run))
                .extracting(EvaluationResult::status, EvaluationResult::problem)
                .containsExactly(
                        tuple(Status.DONE, ""),
                        tuple(Status.FAILED, "stopped"),
                        tuple(Status.LEFT_OUT, ""),
                        tuple(Status.LEFT_OUT, ""));
    }

    @Test
    void notToSeeTheRecordIsTheRightRefusalWhereItIsExpected() {
        sets.add(Cases.set("rights", Cases.refused("1")));
        questions.notAvailableTo.add("vera");
        questions.notAvailableTo.add("anna");
        EvaluationRun run =
                run(new EvaluationPlan(Set.of("all"), Set.of("en"), List.of(PRIMARY), Optional.of(1_000_000_000L)));

        assertThat(questions.asked).isEmpty();
        assertThat(results(run))
                .extracting(EvaluationResult::caseId, EvaluationResult::refused, EvaluationResult::good)
                .containsExactly(
                        tuple("erp:1", true, false), tuple("erp:2", true, false), tuple("rights:1", true, true));
        assertThat(run.spent().nanos()).isZero();
    }

    @Test
    void aProviderThatFailsDoesNotEndTheRun() {
        questions.bySlot.put("primary", Reply.none("provider-unavailable", false));
        EvaluationRun run = run(plan(1_000_000_000L, PRIMARY));

        assertThat(run.state()).isEqualTo(State.FINISHED);
        assertThat(run.done()).isEqualTo(4);
        assertThat(run.sums().get(0).failed()).isEqualTo(4);
        assertThat(run.sums().get(0).answered()).isZero();
        assertThat(results(run)).allMatch(result -> result.problem().equals("provider-unavailable") && !result.good());
    }

    @Test
    void aRecordingIsJudgedAgainByTheCasesOfTodayAndAsksNobody() {
        EvaluationRun first = run(plan(1_000_000_000L, BACKUP, PRIMARY));
        questions.asked.clear();
        EvaluationCase stricter = new EvaluationCase(
                "1",
                "Late 1",
                Map.of("en", "Why is it late?", "fr", "Pourquoi ?"),
                Cases.ORDER,
                "anna",
                Set.of(),
                List.of(new Expectation.Said("Meyer"), new Expectation.Said("Schmidt")),
                List.of(),
                false);
        sets.clear();
        sets.add(Cases.set("erp", stricter, Cases.late("3")));

        EvaluationRun again = run(
                new EvaluationPlan(Set.of("all"), Set.of(), List.of(new Recorded(first.id(), 1)), Optional.empty()));

        assertThat(questions.asked).isEmpty();
        assertThat(again.state()).isEqualTo(State.FINISHED);
        assertThat(again.limit()).isEmpty();
        assertThat(again.spent().nanos()).isZero();
        assertThat(again.variants().get(0).label()).isEqualTo("primary: model-1, recorded " + first.startedAt());
        assertThat(results(again)).hasSize(1);
        EvaluationResult result = results(again).get(0);
        assertThat(result.factsRight()).containsExactly("Meyer");
        assertThat(result.factsMissing()).containsExactly("Schmidt");
        assertThat(result.answer()).isEqualTo("12 days late, says Meyer.");
        assertThat(result.firstMillis()).hasValue(700);
        assertThat(result.cost().orElseThrow().nanos()).isZero();
    }

    @Test
    void aRecordingIsJudgedOnAnotherServerByItsCases() {
        EvaluationRun first = run(plan(1_000_000_000L, BACKUP, PRIMARY));
        EvaluationRecording file = evaluation.recording(first.id(), 1).orElseThrow();
        assertThat(file.label()).isEqualTo("primary: model-1");
        assertThat(file.recordedAt()).isEqualTo(first.startedAt());
        assertThat(file.answers())
                .extracting(Answer::caseId, Answer::language, Answer::text)
                .containsExactly(
                        tuple("erp:1", "de", "12 days late, says Meyer."),
                        tuple("erp:1", "en", "12 days late, says Meyer."),
                        tuple("erp:2", "de", "12 days late, says Meyer."),
                        tuple("erp:2", "en", "12 days late, says Meyer."));
        FakeQuestions nobody = new FakeQuestions();
        List<EvaluationSet> theirs = List.of(Cases.set("erp", Cases.late("2"), Cases.late("3")));
        DataSource elsewhere = TestDatabase.H2.migrated();
        Evaluation other = new Evaluation(
                new CaseBook(elsewhere, () -> theirs, clock),
                elsewhere,
                nobody,
                new FakeSaying(),
                () -> TestSettings.of(configuration),
                Runnable::run,
                clock);

        EvaluationRun judged = other.run(other.judge(file, "carl").id()).orElseThrow();

        assertThat(nobody.asked).isEmpty();
        assertThat(judged.state()).isEqualTo(State.FINISHED);
        assertThat(judged.startedBy()).isEqualTo("carl");
        assertThat(judged.planned()).as("of erp:2, which both have").isEqualTo(2);
        assertThat(judged.spent().nanos()).isZero();
        assertThat(judged.variants())
                .containsExactly(
                        new Side(new Uploaded(), "primary: model-1, recorded " + first.startedAt() + ", from a file"));
        List<EvaluationResult> here = results(first).stream()
                .filter(result -> result.variant() == 1 && result.caseId().equals("erp:2"))
                .toList();
        List<EvaluationResult> there = other.results(judged.id(), true);
        assertThat(there)
                .extracting(EvaluationResult::good)
                .isEqualTo(here.stream().map(EvaluationResult::good).toList());
        assertThat(there)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("position", "variant", "cost")
                .containsExactlyElementsOf(here);
        assertThat(other.recording(judged.id(), 0).orElseThrow().answers())
                .as("it is a recording of its own")
                .containsExactlyElementsOf(file.answers().subList(2, 4));
    }

    @Test
    void aFileWithoutAnAnswerToACaseOfThisServerIsRefused() {
        EvaluationRecording file = new EvaluationRecording(
                "m", Instant.EPOCH, List.of(Cases.reply("Late.", Map.of()).answer("other:1", "de")));

        assertThat(catchThrowableOfType(AssistantException.class, () -> evaluation.judge(file, "adam"))
                        .problem()
                        .detail())
                .startsWith("There is nothing to ask");
        assertThat(evaluation.runs()).isEmpty();
    }

    @Test
    void aRunThatIsUnderWayIsNoRecordingYetAndNoFileIsJudgedBesideIt() {
        questions.waits = true;
        EvaluationRun run = run(plan(1_000_000_000L, PRIMARY));
        EvaluationRecording file = new EvaluationRecording("m", Instant.EPOCH, List.of());

        assertThat(catchThrowableOfType(AssistantException.class, () -> evaluation.recording(run.id(), 0))
                        .problem()
                        .detail())
                .startsWith("The run " + run.id() + " is under way.");
        assertThat(catchThrowableOfType(AssistantException.class, () -> evaluation.judge(file, "adam"))
                        .problem()
                        .code())
                .isEqualTo(Problem.Code.OVERLOADED);
        assertThat(evaluation.recording(UUID.randomUUID().toString(), 0)).isEmpty();
        evaluation.stop(run.id());
        assertThat(evaluation.recording(run.id(), 1)).isEmpty();
    }

    @Test
    void aRecordingIsComparedWithAModelOfToday() {
        EvaluationRun first = run(plan(1_000_000_000L, PRIMARY));
        questions.asked.clear();

        EvaluationRun both = run(plan(1_000_000_000L, new Recorded(first.id(), 0), BACKUP));

        assertThat(questions.asked).hasSize(4).allMatch(asked -> asked.contains("backup"));
        assertThat(both.sums().get(0).factsRight()).isEqualTo(8);
        assertThat(both.sums().get(3).factsRight()).isZero();
    }

    @Test
    void whatCannotBeAskedIsSaidBeforeAnythingIsWritten() {
        questions.bySlot.remove("backup");

        assertThat(refusal(plan(1L, BACKUP))).isEqualTo("No provider is configured as backup.");
        assertThat(refusal(new EvaluationPlan(Set.of("no-set"), Set.of(), List.of(PRIMARY), Optional.of(1L))))
                .startsWith("There is nothing to ask");
        assertThat(refusal(new EvaluationPlan(Set.of("all"), Set.of("pt"), List.of(PRIMARY), Optional.of(1L))))
                .startsWith("There is nothing to ask");
        String unknown = UUID.randomUUID().toString();
        assertThat(refusal(plan(1L, new Recorded(unknown, 0)))).isEqualTo("There is no run " + unknown + ".");
        assertThat(evaluation.runs()).isEmpty();
    }

    private String refusal(EvaluationPlan plan) {
        return catchThrowableOfType(AssistantException.class, () -> evaluation.start(plan, "adam"))
                .problem()
                .detail();
    }

    @Test
    void aRunWhoseServerHasEndedIsInterrupted() {
        questions.waits = true;
        EvaluationRun run = run(plan(1_000_000_000L, PRIMARY));
        Duration patience = TestSettings.of(configuration).timeouts().total().plusMinutes(2);

        clock.pass(patience);
        assertThat(again(run).state()).isEqualTo(State.RUNNING);
        clock.pass(Duration.ofSeconds(1));

        assertThat(again(run).state()).isEqualTo(State.INTERRUPTED);
        assertThat(again(run).leftOut()).isEqualTo(4);
    }

    @Test
    void aServerThatStopsEndsItsRun() {
        questions.waits = true;
        EvaluationRun run = run(plan(1_000_000_000L, PRIMARY));
        executorIsClosed = true;
        questions.answer(Cases.reply("12 Meyer", Map.of("daysLate", "12")));

        assertThat(again(run).state()).isEqualTo(State.INTERRUPTED);
    }

    @Test
    void aRunIsDeletedWithItsAnswers() {
        EvaluationRun run = run(plan(1_000_000_000L, PRIMARY));

        assertThat(evaluation.delete(run.id())).isTrue();
        assertThat(evaluation.delete(run.id())).isFalse();
        assertThat(evaluation.delete("no id")).isFalse();
        assertThat(evaluation.run(run.id())).isEmpty();
        assertThat(evaluation.results(run.id(), true)).isEmpty();
    }

    @Test
    void runsAreKeptNoLongerThanTheLedgersRows() {
        configuration.put("assistant.ledger.retention", "1");
        EvaluationRun old = run(plan(1_000_000_000L, PRIMARY));
        clock.pass(Duration.ofDays(29));
        EvaluationRun second = run(plan(1_000_000_000L, PRIMARY));
        assertThat(evaluation.runs()).extracting(EvaluationRun::id).containsExactly(second.id(), old.id());

        clock.pass(Duration.ofDays(2));
        EvaluationRun third = run(plan(1_000_000_000L, PRIMARY));

        assertThat(evaluation.runs()).extracting(EvaluationRun::id).containsExactly(third.id(), second.id());
    }

    /** Stands still until a test moves it. */
    private static final class Time extends Clock {
        private Instant now = Instant.parse("2026-11-20T09:00:00Z");

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}
