package erp.assistant.impl.evaluation;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.report.EvaluationCases;
import erp.assistant.report.EvaluationPlan;
import erp.assistant.report.EvaluationPlan.Asked;
import erp.assistant.report.EvaluationPlan.Recorded;
import erp.assistant.report.EvaluationPlan.Uploaded;
import erp.assistant.report.EvaluationPlan.Variant;
import erp.assistant.report.EvaluationRecording;
import erp.assistant.report.EvaluationRecording.Answer;
import erp.assistant.report.EvaluationResult;
import erp.assistant.report.EvaluationRun;
import erp.assistant.report.EvaluationRun.Side;
import erp.assistant.report.EvaluationRun.State;
import erp.assistant.report.EvaluationRuns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Plans runs, starts one at a time, and keeps what came of them. Blocks on the database. */
public final class Evaluation implements EvaluationRuns {

    /** So many are kept, and none longer than rows of the ledger. */
    private static final String RECORDED = ", recorded ";

    private static final String FROM_FILE = ", from a file";

    private static final int MOST_RUNS = 50;

    /** Beyond the longest answer; then the server of a run has ended. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    private final EvaluationCases cases;
    private final RunTable table;
    private final Questions questions;
    private final Saying saying;
    private final SettingsSource settings;
    private final Executor executor;
    private final Clock clock;
    private @Nullable OneRun current;

    public Evaluation(
            EvaluationCases cases,
            DataSource dataSource,
            Questions questions,
            Saying saying,
            SettingsSource settings,
            Executor executor,
            Clock clock) {
        this.cases = cases;
        this.table = new RunTable(dataSource);
        this.questions = questions;
        this.saying = saying;
        this.settings = settings;
        this.executor = executor;
        this.clock = clock;
    }

    @Override
    public synchronized EvaluationRun start(EvaluationPlan plan, String by) {
        requireNoneUnderWay();
        List<Side> sides = new ArrayList<>();
        Map<Integer, Map<ResultTable.Key, Reply>> recordings = new HashMap<>();
        for (Variant variant : plan.variants()) {
            if (variant instanceof Recorded recorded) {
                recordings.put(sides.size(), recording(recorded));
            }
            sides.add(new Side(variant, label(variant)));
        }
        return begin(plan, sides, recordings, by);
    }

    @Override
    public synchronized EvaluationRun judge(EvaluationRecording recording, String by) {
        requireNoneUnderWay();
        Map<ResultTable.Key, Reply> replies = new HashMap<>();
        recording
                .answers()
                .forEach(answer ->
                        replies.put(new ResultTable.Key(answer.caseId(), answer.language()), Reply.of(answer)));
        Uploaded file = new Uploaded();
        EvaluationPlan plan = new EvaluationPlan(Set.of("all"), Set.of(), List.of(file), Optional.empty());
        String label = recorded(recording.label(), recording.recordedAt());
        label = label.endsWith(FROM_FILE) ? label : label + FROM_FILE;
        return begin(plan, List.of(new Side(file, label)), Map.of(0, replies), by);
    }

    private void requireNoneUnderWay() {
        if (current != null) {
            throw new AssistantException(Problem.of(
                    Problem.Code.OVERLOADED,
                    "Another evaluation is under way on this server. Wait for its end, or stop it."));
        }
    }

    private EvaluationRun begin(
            EvaluationPlan plan, List<Side> sides, Map<Integer, Map<ResultTable.Key, Reply>> recordings, String by) {
        List<Task> tasks = tasks(plan, recordings);
        tidy();
        UUID id = UUID.randomUUID();
        Settings now = settings.current();
        table.begin(id, by, clock.instant(), now.currency(), plan.limitNanos(), sides, tasks);
        OneRun run = new OneRun(
                id,
                by,
                plan.variants(),
                recordings,
                plan.limitNanos().orElse(0L),
                tasks,
                table,
                questions,
                saying,
                executor,
                clock,
                this::ended);
        current = run;
        EvaluationRun begun = table.find(id).orElseThrow();
        run.start();
        return begun;
    }

    private synchronized void ended() {
        current = null;
    }

    private String label(Variant variant) {
        if (variant instanceof Asked asked) {
            return questions.label(asked);
        }
        if (!(variant instanceof Recorded recorded)) {
            throw invalid("The answers of a file are judged when it is sent, and from then on as a recording.");
        }
        EvaluationRun run = run(recorded.run()).orElseThrow(() -> invalid("There is no run " + recorded.run() + "."));
        if (recorded.variant() >= run.variants().size()) {
            throw invalid("The run " + recorded.run() + " has no variant " + recorded.variant() + ".");
        }
        return recorded(run.variants().get(recorded.variant()).label(), run.startedAt());
    }

    /** A recording that is judged again stays one of its first day. */
    private static String recorded(String label, Instant at) {
        return label.contains(RECORDED) ? label : label + RECORDED + at;
    }

    private Map<ResultTable.Key, Reply> recording(Recorded recorded) {
        return CaseBook.uuid(recorded.run())
                .map(run -> table.results().replies(run, recorded.variant()))
                .orElseGet(Map::of);
    }

    /** Case by case and language by language, the variants side by side: so a run that is cut short compares what it has. */
    private List<Task> tasks(EvaluationPlan plan, Map<Integer, Map<ResultTable.Key, Reply>> recordings) {
        List<Task> tasks = new ArrayList<>();
        for (EvaluationCases.Entry entry : cases.cases()) {
            if (!wanted(plan, entry)) {
                continue;
            }
            for (String language : entry.content().questions().keySet()) {
                if (!plan.languages().isEmpty() && !plan.languages().contains(language)) {
                    continue;
                }
                for (int i = 0; i < plan.variants().size(); i++) {
                    Map<ResultTable.Key, Reply> recording = recordings.get(i);
                    if (recording == null || recording.containsKey(new ResultTable.Key(entry.id(), language))) {
                        tasks.add(new Task(tasks.size(), entry, language, i));
                    }
                }
            }
        }
        if (tasks.isEmpty()) {
            throw invalid("There is nothing to ask: no such case has a question in these languages.");
        }
        if (tasks.size() > MOST_QUESTIONS) {
            throw invalid("That would be " + tasks.size() + " questions; a run has at most " + MOST_QUESTIONS + ".");
        }
        return tasks;
    }

    private static boolean wanted(EvaluationPlan plan, EvaluationCases.Entry entry) {
        return plan.cases().contains("all")
                || plan.cases().contains(entry.set())
                || plan.cases().contains(entry.id());
    }

    private void tidy() {
        Settings now = settings.current();
        endSilent(now);
        Instant oldest = now.ledgerRetention()
                .map(kept -> ZonedDateTime.ofInstant(clock.instant(), now.zone())
                        .minus(kept)
                        .toInstant())
                .orElse(Instant.EPOCH);
        table.old(oldest, MOST_RUNS - 1).forEach(table::delete);
    }

    /** A run that its server never ended is told as what it is. */
    private void endSilent(Settings now) {
        Instant at = clock.instant();
        table.silent(at.minus(now.timeouts().total()).minus(GRACE)).forEach(id -> table.end(id, State.INTERRUPTED, at));
    }

    @Override
    public Optional<EvaluationRecording> recording(String id, int variant) {
        Optional<EvaluationRun> run =
                run(id).filter(found -> variant < found.variants().size());
        if (run.isPresent() && run.get().state() == State.RUNNING) {
            throw invalid("The run " + id + " is under way. Wait for its end, or stop it.");
        }
        return run.map(ended -> new EvaluationRecording(
                ended.variants().get(variant).label(),
                ended.startedAt(),
                recording(new Recorded(id, variant)).entrySet().stream()
                        .map(entry -> entry.getValue()
                                .answer(entry.getKey().caseId(), entry.getKey().language()))
                        .sorted(Comparator.comparing(Answer::caseId).thenComparing(Answer::language))
                        .toList()));
    }

    @Override
    public List<EvaluationRun> runs() {
        endSilent(settings.current());
        return table.all();
    }

    @Override
    public Optional<EvaluationRun> run(String id) {
        endSilent(settings.current());
        return CaseBook.uuid(id).flatMap(table::find);
    }

    @Override
    public List<EvaluationResult> results(String id, boolean withAnswers) {
        return CaseBook.uuid(id)
                .map(run -> table.results().of(run, settings.current().currency(), withAnswers))
                .orElseGet(List::of);
    }

    @Override
    public boolean stop(String id) {
        OneRun run = underWay(id);
        if (run == null) {
            return false;
        }
        run.stop();
        return true;
    }

    private synchronized @Nullable OneRun underWay(String id) {
        OneRun run = current;
        return run != null && run.id().toString().equals(id) ? run : null;
    }

    @Override
    public boolean delete(String id) {
        return underWay(id) == null && CaseBook.uuid(id).map(table::delete).orElse(false);
    }

    private static AssistantException invalid(String detail) {
        return new AssistantException(Problem.of(Problem.Code.QUESTION_INVALID, detail));
    }
}
