package erp.assistant.impl.provider;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.impl.config.Timeouts;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BudgetsTest {

    private static final Duration SHORT = Duration.ofMillis(60);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Timers timers = new Timers(Executors.defaultThreadFactory());
    private final BlockingQueue<Kind> expired = new LinkedBlockingQueue<>();

    private Budgets budgets(Duration first, Duration idle, Duration total) {
        return new Budgets(timers, new Timeouts(LONG, first, idle, total), total, expired::add);
    }

    @AfterEach
    void stop() {
        timers.close();
    }

    @Test
    void silenceFromTheStartIsTheFirstBudgets() throws InterruptedException {
        budgets(SHORT, LONG, LONG).start();

        assertThat(expired.poll(5, TimeUnit.SECONDS)).isEqualTo(Kind.FIRST_CONTENT_TIMEOUT);
    }

    @Test
    void silenceAfterContentIsTheIdleBudgetsEvenIfItIsShorterThanTheFirst() throws InterruptedException {
        Budgets budgets = budgets(LONG, SHORT, LONG);
        budgets.start();

        budgets.contentArrived();

        assertThat(expired.poll(5, TimeUnit.SECONDS)).isEqualTo(Kind.IDLE_TIMEOUT);
    }

    @Test
    void theDeadlineComesFirstIfItIsFirst() throws InterruptedException {
        budgets(LONG, LONG, SHORT).start();

        assertThat(expired.poll(5, TimeUnit.SECONDS)).isEqualTo(Kind.TOTAL_TIMEOUT);
    }

    @Test
    void whatIsOverAtTheStartIsToldAtOnce() {
        budgets(LONG, LONG, Duration.ofSeconds(-1)).start();

        assertThat(expired).containsExactly(Kind.TOTAL_TIMEOUT);
    }

    @Test
    void aReaderThatHoldsTheProviderBackIsNotTheProvidersSilence() throws InterruptedException {
        Budgets budgets = budgets(LONG, SHORT, Duration.ofMillis(400));
        budgets.start();
        budgets.contentArrived();

        budgets.readerWaits();

        assertThat(expired.poll(5, TimeUnit.SECONDS)).isEqualTo(Kind.TOTAL_TIMEOUT);
    }

    @Test
    void silenceAfterTheReaderWentOnIsTheProvidersAgain() throws InterruptedException {
        Budgets budgets = budgets(LONG, SHORT, LONG);
        budgets.start();
        budgets.contentArrived();
        budgets.readerWaits();

        budgets.readerGoesOn();

        assertThat(expired.poll(5, TimeUnit.SECONDS)).isEqualTo(Kind.IDLE_TIMEOUT);
    }

    @Test
    void afterTheAnswerOnlyTheGraceIsLeft() throws InterruptedException {
        Budgets budgets = budgets(LONG, LONG, LONG);
        budgets.start();

        budgets.onlyFor(SHORT);

        assertThat(expired.poll(5, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void whatHasStoppedNeverExpires() throws InterruptedException {
        Budgets stopped = budgets(SHORT, SHORT, SHORT);
        stopped.start();
        stopped.stop();

        budgets(SHORT.multipliedBy(3), LONG, LONG).start();

        assertThat(expired.poll(5, TimeUnit.SECONDS)).isEqualTo(Kind.FIRST_CONTENT_TIMEOUT);
        assertThat(expired).isEmpty();
    }
}
