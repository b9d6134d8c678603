package erp.assistant.impl.ledger;

import static erp.assistant.impl.ledger.Purses.BOUND;
import static erp.assistant.impl.ledger.Purses.COST;
import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.Attribution;
import erp.assistant.impl.fault.BudgetReached;
import erp.assistant.report.Budgets.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Many requests at one time on two servers with one database. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class BudgetCrowdTest {

    private static final int CALLS = 200;
    private static final int THREADS = 16;

    private final Purses purses;
    private final Random random = new Random(24);
    private final List<Attribution> refused = new ArrayList<>();
    private final List<OpenAttempt> admitted = new ArrayList<>();

    BudgetCrowdTest(TestDatabase kind) {
        purses = new Purses(kind.migrated());
    }

    private void all(List<? extends Callable<?>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Callable<?> task : tasks) {
                // One at a time is handed over, so that they overlap as they come.
                Future<?> unused = threads.submit(task);
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(2, java.util.concurrent.TimeUnit.MINUTES))
                    .isTrue();
        } finally {
            threads.shutdownNow();
        }
    }

    private Callable<Void> opening(int number, Attribution by) {
        return () -> {
            try {
                OpenAttempt open = purses.open(number % 2 == 0 ? purses.one : purses.other, by);
                synchronized (admitted) {
                    admitted.add(open);
                }
            } catch (BudgetReached e) {
                synchronized (refused) {
                    refused.add(by);
                }
            }
            return null;
        };
    }

    private Attribution anybody() {
        return Purses.by(
                "user" + random.nextInt(5),
                random.nextBoolean() ? "sales-order" : "customer",
                random.nextBoolean() ? "summary" : "",
                "department" + random.nextInt(3));
    }

    private void limits(long company, long user, long capability, long department) {
        purses.limit("assistant.budget.monthly", company);
        purses.limit("assistant.budget.per-user", user);
        purses.limit("assistant.budget.capability.customer", capability);
        purses.limit("assistant.budget.capability.sales-order.summary", capability);
        for (int i = 0; i < 3; i++) {
            purses.limit("assistant.budget.department.department" + i, department);
        }
    }

    @Test
    void exactlyAsManyAsFitAreAdmitted() throws Exception {
        purses.limit("assistant.budget.monthly", BOUND * (CALLS / 2) + BOUND - 1);
        List<Callable<Void>> calls = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            calls.add(opening(i, anybody()));
        }

        all(calls);

        assertThat(admitted).hasSize(CALLS / 2);
        assertThat(refused).hasSize(CALLS / 2);
        assertThat(purses.standing("company", "")).isEqualTo(Purses.standing(0, BOUND * (CALLS / 2)));
    }

    /** Nothing is settled, so that budgets only fill: what was refused for good reason has no room in the end either. */
    @Test
    void nobodyIsRefusedWhileAllTheirBudgetsHaveRoom() throws Exception {
        limits(BOUND * 90, BOUND * 30, BOUND * 40, BOUND * 35);
        List<Callable<Void>> calls = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            calls.add(opening(i, anybody()));
        }

        all(calls);

        assertThat(admitted.size() + refused.size()).isEqualTo(CALLS);
        assertThat(refused).isNotEmpty();
        List<Attribution> withRoom = refused.stream()
                .filter(by -> Claims.of(purses.settings(), by, purses.clock.instant()).limits().keySet().stream()
                        .allMatch(key -> left(key) >= BOUND))
                .toList();
        assertThat(withRoom).isEmpty();
        assertThat(purses.report().budgets())
                .allSatisfy(budget -> assertThat(budget.left().nanos()).isNotNegative());
    }

    private long left(BudgetKey key) {
        return purses.report().budgets().stream()
                .filter(budget -> budget.scope().equals(key.scope().word())
                        && budget.name().equals(key.name()))
                .mapToLong(budget -> budget.left().nanos())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void openingSettlingAndSweepingAtOnceNeverOvershootsAndAddsUp() throws Exception {
        limits(BOUND * 30, BOUND * 12, BOUND * 20, BOUND * 15);
        Map<String, Integer> spent = new ConcurrentHashMap<>();
        AtomicInteger lost = new AtomicInteger();
        AtomicBoolean going = new AtomicBoolean(true);
        List<Budget> overshot = new ArrayList<>();
        Thread watcher = new Thread(() -> {
            while (going.get()) {
                purses.report().budgets().stream()
                        .filter(budget -> budget.left().nanos() < 0)
                        .forEach(overshot::add);
            }
        });
        watcher.start();
        List<Callable<Void>> calls = new ArrayList<>();
        for (int i = 0; i < CALLS * 2; i++) {
            Attribution by = anybody();
            Callable<Void> opening = opening(i, by);
            boolean crashes = i % 40 == 0;
            calls.add(() -> {
                opening.call();
                OpenAttempt mine;
                synchronized (admitted) {
                    mine = admitted.stream()
                            .filter(open -> open.id().call().equals(by.call()))
                            .findFirst()
                            .orElse(null);
                }
                if (mine != null && crashes) {
                    lost.incrementAndGet();
                } else if (mine != null) {
                    purses.settle(mine);
                    mine.held().keys().forEach(key -> spent.merge(key.line(), 1, Integer::sum));
                }
                return null;
            });
        }

        all(calls);
        going.set(false);
        watcher.join();
        purses.clock.set(Fixtures.NOW.plusSeconds(121));
        new Sweeper(purses.one).run();

        assertThat(overshot).isEmpty();
        assertThat(lost.get()).isPositive();
        assertThat(purses.report().budgets())
                .allSatisfy(budget -> assertThat(budget.reserved().nanos())
                        .as("held of %s %s", budget.scope(), budget.name())
                        .isZero());
        assertThat(purses.standing("company", ""))
                .isEqualTo(Purses.standing(spent.getOrDefault("company ", 0) * COST + lost.get() * BOUND, 0));
    }
}
