package erp.assistant.impl.evaluation;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.report.EvaluationPlan.Asked;
import erp.assistant.report.EvaluationPlan.Variant;
import erp.assistant.report.EvaluationRun.State;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Asks the questions of one run, one after the other; no thread waits for an answer.
 *
 * <p>Before each question what it can cost at most must have room beside what is spent; so the limit is never overshot.
 */
final class OneRun {

    private static final Logger LOG = System.getLogger("erp.assistant.evaluation");

    private final UUID id;
    private final String by;
    private final List<Variant> variants;
    private final Map<Integer, Map<ResultTable.Key, Reply>> recordings;
    private final long limit;
    private final Queue<Task> tasks;
    private final RunTable table;
    private final Questions questions;
    private final Saying saying;
    private final Executor executor;
    private final Clock clock;
    private final Runnable ended;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile Questions.@Nullable Prepared underWay;

    /** Handed from step to step by the executor. */
    private long spent;

    /**
     * Makes a run whose rows are written.
     *
     * @param recordings the answers of variants that ask nobody, by the variant's number
     * @param limit in 10<sup>-9</sup> units of the company's currency
     * @param executor runs each question apart, so that a long run is no deep stack
     * @param ended is called once, when all is written
     */
    OneRun(
            UUID id,
            String by,
            List<Variant> variants,
            Map<Integer, Map<ResultTable.Key, Reply>> recordings,
            long limit,
            List<Task> tasks,
            RunTable table,
            Questions questions,
            Saying saying,
            Executor executor,
            Clock clock,
            Runnable ended) {
        this.id = id;
        this.by = by;
        this.variants = List.copyOf(variants);
        this.recordings = Map.copyOf(recordings);
        this.limit = limit;
        this.tasks = new ArrayDeque<>(tasks);
        this.table = table;
        this.questions = questions;
        this.saying = saying;
        this.executor = executor;
        this.clock = clock;
        this.ended = ended;
    }

    UUID id() {
        return id;
    }

    void start() {
        next();
    }

    /** Closes the answer under way and asks nothing more. */
    void stop() {
        stopped.set(true);
        Questions.Prepared answer = underWay;
        if (answer != null) {
            answer.stop();
        }
    }

    private void next() {
        try {
            executor.execute(this::guarded);
        } catch (RuntimeException e) {
            // The server is stopping and takes no more work.
            failed(e);
        }
    }

    private void guarded() {
        try {
            step();
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private void failed(RuntimeException cause) {
        LOG.log(Level.ERROR, "the evaluation " + id + " broke off", cause);
        end(State.INTERRUPTED);
    }

    private void step() {
        Task task = stopped.get() ? null : tasks.poll();
        if (task == null) {
            end(stopped.get() ? State.STOPPED : State.FINISHED);
        } else if (variants.get(task.variant()) instanceof Asked who) {
            ask(task, who);
        } else {
            Reply recorded = recordings
                    .getOrDefault(task.variant(), Map.of())
                    .get(new ResultTable.Key(task.entry().id(), task.language()));
            took(task, recorded == null ? Reply.none("not-recorded", false) : recorded, 0);
        }
    }

    private void ask(Task task, Asked who) {
        try {
            Questions.Prepared question = questions.prepare(task.entry().content(), task.language(), who, by);
            Optional<Long> bound = question.bound();
            underWay = question;
            if (stopped.get()) {
                end(State.STOPPED);
            } else if (bound.isEmpty()) {
                end(State.UNPRICED);
            } else if (bound.get() > limit - spent) {
                end(State.SPENDING_LIMIT);
            } else {
                table.results().asked(id, task.position());
                question.send(reply -> told(task, reply, reply.cost().orElse(bound.get())));
            }
        } catch (AssistantException e) {
            took(task, withoutAnswer(e.problem()), 0);
        }
    }

    /** On whichever thread the answer ended; the rest blocks on the database and has one of its own. */
    private void told(Task task, Reply reply, long charged) {
        try {
            executor.execute(() -> {
                try {
                    took(task, reply, charged);
                } catch (RuntimeException e) {
                    failed(e);
                }
            });
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private void took(Task task, Reply reply, long charged) {
        if (over.get()) {
            // The run broke off while this was being answered; the ledger has what it cost.
            return;
        }
        underWay = null;
        spent += charged;
        table.results()
                .ended(id, task.position(), reply, Verdict.of(task.entry().content(), reply, saying), charged);
        table.alive(id, clock.instant());
        next();
    }

    /** Not to be shown the record is a refusal too. */
    private static Reply withoutAnswer(Problem problem) {
        boolean refused =
                problem.code() == Problem.Code.RECORD_NOT_AVAILABLE || problem.code() == Problem.Code.NOT_ALLOWED;
        return Reply.none(problem.code().name().toLowerCase(Locale.ROOT).replace('_', '-'), refused);
    }

    private void end(State state) {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        try {
            table.end(id, state, clock.instant());
            LOG.log(Level.INFO, "evaluation {0} by {1}: {2}", id, by, state.word());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the end of the evaluation " + id + " could not be recorded", e);
        } finally {
            ended.run();
        }
    }
}
