package erp.assistant.impl.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
@Timeout(60)
class GroupCommitTest {

    private static final String INSERT = "INSERT INTO noted (number) VALUES (?)";

    private final DataSource source;
    private final FailingDataSource failing;
    private final BreakingDataSource breaking;
    private final GroupCommit commits;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch held = new CountDownLatch(1);

    GroupCommitTest(TestDatabase kind) throws SQLException {
        source = kind.migrated();
        new Database(source).update("CREATE TABLE noted (number integer PRIMARY KEY)");
        breaking = new BreakingDataSource(source);
        failing = new FailingDataSource(breaking);
        commits = new GroupCommit(new Database(failing));
    }

    @AfterEach
    void end() throws SQLException {
        held.countDown();
        threads.shutdown();
        new Database(source).update("DROP TABLE noted");
    }

    private List<Integer> noted() throws SQLException {
        return new Database(source).query("SELECT number FROM noted ORDER BY number", row -> row.getInt("number"));
    }

    private Future<Integer> note(int number) {
        return threads.submit(() -> commits.write(statements -> {
            statements.update(INSERT, number);
            return number;
        }));
    }

    /** Begins a transaction that goes on until the test lets it. */
    private Future<Integer> hold(int number) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Future<Integer> first = threads.submit(() -> commits.write(statements -> {
            statements.update(INSERT, number);
            begun.countDown();
            await(held);
            return number;
        }));
        begun.await();
        return first;
    }

    private void until(int waiting) {
        while (commits.waiting() < waiting) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoeverWaitsGoesAlongWithTheNext() throws Exception {
        Future<Integer> first = hold(0);
        List<Future<Integer>> others =
                IntStream.rangeClosed(1, 20).mapToObj(this::note).toList();
        until(20);
        breaking.breakAfterCommits(2);

        held.countDown();

        assertThat(first.get()).isZero();
        for (int i = 0; i < 20; i++) {
            assertThat(others.get(i).get())
                    .as("two commits were enough for all")
                    .isEqualTo(i + 1);
        }
        breaking.heal();
        assertThat(noted()).hasSize(21);
    }

    @Test
    void nobodyFailsForAnother() throws Exception {
        Future<Integer> first = hold(0);
        Future<Integer> good = note(1);
        until(1);
        Future<Integer> twice = note(0);
        until(2);
        Future<Integer> alsoGood = note(2);
        AtomicBoolean thrown = new AtomicBoolean();
        until(3);
        Future<Integer> faulty = threads.submit(() -> commits.write(statements -> {
            statements.update(INSERT, 3);
            thrown.set(true);
            throw new IllegalStateException("not mine");
        }));
        until(4);

        held.countDown();

        assertThat(first.get()).isZero();
        assertThat(good.get()).isEqualTo(1);
        assertThat(alsoGood.get()).isEqualTo(2);
        assertThatThrownBy(twice::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23505"));
        assertThatThrownBy(faulty::get).hasCauseInstanceOf(IllegalStateException.class);
        assertThat(thrown).isTrue();
        assertThat(noted()).as("nothing of a work that failed stays").containsExactly(0, 1, 2);
    }

    @Test
    void aDatabaseThatIsAwayFailsAllWhoWaitAndNoneAfterwards() throws Exception {
        hold(0);
        List<Future<Integer>> others =
                IntStream.rangeClosed(1, 5).mapToObj(this::note).toList();
        until(5);
        failing.failures.set(1);

        held.countDown();

        for (Future<Integer> other : others) {
            assertThatThrownBy(other::get).hasStackTraceContaining("database is away");
        }
        assertThat(note(9).get()).isEqualTo(9);
        assertThat(noted()).containsExactly(0, 9);
    }

    @Test
    void aCommitThatFailsIsNobodysSuccess() throws Exception {
        hold(0);
        List<Future<Integer>> others =
                IntStream.rangeClosed(1, 5).mapToObj(this::note).toList();
        until(5);
        breaking.breakAfterCommits(1);

        held.countDown();

        for (Future<Integer> other : others) {
            assertThatThrownBy(other::get).hasStackTraceContaining("connection lost");
        }
        breaking.heal();
        assertThat(noted()).containsExactly(0);
    }

    @Test
    void aThreadAloneIsToldWhatFailed() {
        breaking.breakAfterCommits(0);

        assertThat(catchThrowable(() -> commits.write(statements -> statements.update(INSERT, 1))))
                .isInstanceOf(SQLException.class)
                .hasMessage("connection lost");
    }

    @Test
    void anInterruptEndsNoWaitAndIsNotForgotten() throws Exception {
        hold(0);
        AtomicReference<Thread> waiting = new AtomicReference<>();
        Future<Boolean> interrupted = threads.submit(() -> {
            waiting.set(Thread.currentThread());
            int unused = commits.write(statements -> statements.update(INSERT, 1));
            return Thread.currentThread().isInterrupted();
        });
        until(1);

        Objects.requireNonNull(waiting.get()).interrupt();
        held.countDown();

        assertThat(interrupted.get()).isTrue();
        assertThat(noted()).containsExactly(0, 1);
    }

    @Test
    void manyThreadsThatComeAndGoAllGetTheirOwn() throws Exception {
        List<Future<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            all.add(note(i));
        }

        for (int i = 0; i < 500; i++) {
            assertThat(all.get(i).get()).isEqualTo(i);
        }
        assertThat(noted()).hasSize(500);
    }
}
