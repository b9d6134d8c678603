package erp.assistant.impl.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.Completion;
import erp.assistant.impl.config.Dialect;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A late primary and a backup that is asked too, over HTTP; the test says when it is late. */
class HedgingTest {

    private final List<Runnable> late = new CopyOnWriteArrayList<>();
    private final TwoProviders providers = new TwoProviders(Dialect.ANTHROPIC, (delay, action) -> {
        late.add(action);
        return () -> late.remove(action);
    });

    @BeforeEach
    void warmUp() throws Exception {
        providers.configure("assistant.hedging.percentile", "95");
        providers.configure("assistant.hedging.extra-spend-percent", "100");
        providers.configure("assistant.timeout.first-content", "20s");
        for (int i = 0; i < Hedge.LEAST_SAMPLES; i++) {
            assertThat(late).isEmpty();
            providers.ask().get(20, TimeUnit.SECONDS);
        }
        providers.asker.seen.setLength(0);
        providers.primary.reset();
    }

    @AfterEach
    void close() {
        providers.close();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private List<String> latest(int count) {
        List<String> all = providers.attempts();
        return all.subList(all.size() - count, all.size());
    }

    private CompletableFuture<Completion> askALatePrimary(String how) {
        providers.primary.configure(how);
        CompletableFuture<Completion> answer = providers.ask();
        await(() -> providers.primary.stats().active() == 1);
        late.forEach(Runnable::run);
        return answer;
    }

    @Test
    void theBackupIsAskedTooWinsAndTheLoserIsStoppedAndRecorded() throws Exception {
        Completion completion = askALatePrimary("hang=100").get(20, TimeUnit.SECONDS);

        assertThat(completion.source()).isEqualTo(Completion.Source.BACKUP);
        assertThat(providers.asker.seen).hasToString(TwoProviders.ANSWER);
        assertThat(latest(2)).containsExactlyInAnyOrder("primary cancelled", "backup end");
        await(() -> providers.primary.stats().active() == 0);
        assertThat(providers.primary.stats().clientAborts()).isEqualTo(1);
    }

    @Test
    void thePrimaryThatSpeaksFirstAfterAllHasTheAnswer() throws Exception {
        providers.backup.configure("hang=100");

        Completion completion = askALatePrimary("ttft=300").get(20, TimeUnit.SECONDS);

        assertThat(completion.source()).isEqualTo(Completion.Source.PRIMARY);
        assertThat(providers.asker.seen).hasToString(TwoProviders.ANSWER);
        assertThat(latest(2)).containsExactlyInAnyOrder("primary end", "backup cancelled");
        await(() -> providers.backup.stats().active() == 0);
    }

    @Test
    void aPrimaryThatFailsMeanwhileLeavesTheAnswerToTheBackupThatRuns() throws Exception {
        providers.backup.configure("ttft=400");
        CompletableFuture<Completion> answer = askALatePrimary("hang=100");
        await(() -> providers.backup.stats().active() == 1);

        providers.primary.close();

        assertThat(answer.get(20, TimeUnit.SECONDS).source()).isEqualTo(Completion.Source.BACKUP);
        assertThat(providers.asker.seen).hasToString(TwoProviders.ANSWER);
        assertThat(latest(2)).contains("backup end").doesNotContain("primary cancelled", "primary end");
        assertThat(providers.backup.stats().requests()).as("asked once").isEqualTo(1);
    }

    @Test
    void aWinnerThatBreaksOffFollowsTheUsualRules() throws Exception {
        providers.backup.configure("midcut=100");

        Completion completion = askALatePrimary("hang=100").get(20, TimeUnit.SECONDS);

        assertThat(completion.source()).isEqualTo(Completion.Source.BACKUP);
        assertThat(completion.reason()).isEqualTo(Completion.Reason.TRUNCATED);
        assertThat(TwoProviders.ANSWER).startsWith(providers.asker.seen.toString());
    }

    @Test
    void aPrimaryThatSpeaksInTimeIsAlone() throws Exception {
        providers.ask().get(20, TimeUnit.SECONDS);

        assertThat(providers.backup.stats().requests()).isZero();
        assertThat(late).as("the alarm is taken back").isEmpty();
    }

    @Test
    void anAskerWhoLeavesStopsBoth() throws Exception {
        providers.backup.configure("hang=100");
        CompletableFuture<Completion> answer = askALatePrimary("hang=100");
        await(() -> providers.backup.stats().active() == 1);

        providers.asker.cancellation.cancel();

        assertThat(answer.get(20, TimeUnit.SECONDS).reason()).isEqualTo(Completion.Reason.STOPPED);
        assertThat(latest(2)).containsExactlyInAnyOrder("primary cancelled", "backup cancelled");
    }

    @Test
    void withoutAllowanceNobodyElseIsAsked() throws Exception {
        providers.configure("assistant.hedging.percentile", "");
        providers.ask().get(20, TimeUnit.SECONDS);
        providers.configure("assistant.hedging.percentile", "95");
        providers.configure("assistant.hedging.extra-spend-percent", "5");

        CompletableFuture<Completion> answer = askALatePrimary("ttft=300");

        assertThat(answer.get(20, TimeUnit.SECONDS).source()).isEqualTo(Completion.Source.PRIMARY);
        assertThat(providers.backup.stats().requests()).isZero();
    }
}
