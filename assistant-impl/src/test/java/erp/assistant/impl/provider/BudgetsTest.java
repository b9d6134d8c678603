package erp.assistant.impl.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import erp.assistant.chat.ProviderFault.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetsTest {

    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration TICK = Duration.ofMillis(1);

    private final HandAlarm alarm = new HandAlarm();
    private final List<Ending> expired = new ArrayList<>();

    /** Of a request that leaves at once. */
    private Budgets started(Duration first, Duration idle, Duration total) {
        Budgets budgets = waiting(LONG, first, idle, total);
        budgets.requestLeaves();
        return budgets;
    }

    /** Of a request that has no connection yet. */
    private Budgets waiting(Duration connect, Duration first, Duration idle, Duration total) {
        Budgets budgets = new Budgets(alarm, alarm::nanoTime, connect, first, idle, total, expired::add);
        budgets.start();
        return budgets;
    }

    private void assertExpires(Kind kind, Duration in) {
        alarm.pass(in.minus(TICK));
        assertThat(expired).as("before").isEmpty();
        alarm.pass(TICK);
        assertThat(expired).extracting(Ending::kind).containsExactly(kind);
    }

    @Test
    void silenceFromTheStartIsTheFirstBudgets() {
        started(SHORT, LONG, LONG);

        assertExpires(Kind.FIRST_CONTENT_TIMEOUT, SHORT);
    }

    @Test
    void silenceAfterContentIsTheIdleBudgetsEvenIfItIsShorterThanTheFirst() {
        Budgets budgets = started(LONG, SHORT, LONG);

        budgets.contentArrived();

        assertExpires(Kind.IDLE_TIMEOUT, SHORT);
    }

    @Test
    void eachPieceOfContentBeginsTheIdleBudgetAnew() {
        Budgets budgets = started(SHORT, SHORT, LONG);
        for (int i = 0; i < 10; i++) {
            alarm.pass(SHORT.minus(TICK));
            budgets.contentArrived();
        }

        assertExpires(Kind.IDLE_TIMEOUT, SHORT);
    }

    @Test
    void theDeadlineComesFirstIfItIsFirst() {
        started(LONG, LONG, SHORT);

        assertExpires(Kind.TOTAL_TIMEOUT, SHORT);
    }

    @Test
    void whatIsOverAtTheStartIsToldAtOnce() {
        waiting(LONG, LONG, LONG, Duration.ofSeconds(-1));

        assertThat(expired).extracting(Ending::kind).containsExactly(Kind.TOTAL_TIMEOUT);
    }

    @Test
    void aReaderThatHoldsTheProviderBackIsNotTheProvidersSilence() {
        Budgets budgets = started(LONG, SHORT, SHORT.multipliedBy(5));
        budgets.contentArrived();

        budgets.readerWaits();

        assertExpires(Kind.TOTAL_TIMEOUT, SHORT.multipliedBy(5));
    }

    @Test
    void silenceAfterTheReaderWentOnIsTheProvidersAgain() {
        Budgets budgets = started(LONG, SHORT, LONG);
        budgets.contentArrived();
        budgets.readerWaits();
        alarm.pass(SHORT.multipliedBy(3));

        budgets.readerGoesOn();

        alarm.pass(SHORT.multipliedBy(2));
        assertThat(expired).extracting(Ending::kind).containsExactly(Kind.IDLE_TIMEOUT);
    }

    @Test
    void afterTheAnswerOnlyTheGraceIsLeft() {
        Budgets budgets = started(LONG, LONG, LONG);

        budgets.onlyFor(SHORT);

        alarm.pass(SHORT);
        assertThat(expired).hasSize(1);
    }

    @Test
    void whatHasStoppedNeverExpires() {
        started(SHORT, SHORT, SHORT).stop();

        alarm.pass(LONG);

        assertThat(expired).isEmpty();
    }

    @Test
    void waitingForAConnectionIsNotTheProvidersSilence() {
        Budgets budgets = waiting(SHORT, SHORT, LONG, LONG);
        alarm.pass(SHORT.plus(TICK));

        budgets.requestLeaves();

        assertExpires(Kind.FIRST_CONTENT_TIMEOUT, SHORT);
    }

    @Test
    void aRequestThatNeverLeavesIsGivenUpAllTheSame() {
        waiting(SHORT, SHORT, LONG, LONG);

        assertExpires(Kind.FIRST_CONTENT_TIMEOUT, SHORT.plus(SHORT));
    }

    /** What stood unread in the socket is read by the same starved process: it gets the time that was missing. */
    @Test
    void contentThatIsReadAfterTheProcessStoodStillIsInTime() {
        Budgets budgets = started(SHORT, SHORT, LONG);
        alarm.stall(SHORT.plusSeconds(1));
        alarm.pass(Duration.ofMillis(900));

        budgets.contentArrived();

        assertExpires(Kind.IDLE_TIMEOUT, SHORT);
    }

    @Test
    void theSameHoldsBetweenContent() {
        Budgets budgets = started(SHORT, SHORT, LONG);
        budgets.contentArrived();
        alarm.stall(SHORT.plusSeconds(1));
        alarm.pass(Duration.ofMillis(900));

        budgets.contentArrived();

        assertThat(expired).isEmpty();
    }

    @Test
    void aProviderThatIsStillSilentThenIsFoundSilent() {
        started(SHORT, LONG, LONG);
        alarm.stall(SHORT.plusSeconds(1));

        assertExpires(Kind.FIRST_CONTENT_TIMEOUT, Duration.ofSeconds(1));
        assertThat(expired).extracting(Ending::late).containsExactly(false);
    }

    /** A process that never has time would otherwise never find out; but it says that it does not know. */
    @Test
    void aProcessThatIsAlwaysLateGivesTheBudgetOnceMoreAndNoLonger() {
        started(SHORT, LONG, LONG);
        alarm.stall(SHORT.plusSeconds(1));
        alarm.pass(Duration.ZERO);
        alarm.stall(Duration.ofSeconds(2));
        alarm.pass(Duration.ZERO);
        assertThat(expired).isEmpty();

        alarm.stall(Duration.ofSeconds(2));
        alarm.pass(Duration.ZERO);

        assertThat(expired)
                .extracting(Ending::kind, Ending::late)
                .containsExactly(tuple(Kind.FIRST_CONTENT_TIMEOUT, true));
    }

    /** A server that is merely busy does not make anybody wait longer than that. */
    @Test
    void aTimerThatIsAlmostPunctualIsBelieved() {
        started(SHORT, LONG, LONG);
        alarm.stall(SHORT.plus(Budgets.PUNCTUAL));

        alarm.pass(Duration.ZERO);

        assertThat(expired).extracting(Ending::kind).containsExactly(Kind.FIRST_CONTENT_TIMEOUT);
    }

    @Test
    void theDeadlineIsNeverMovedButWhoOverranItIsNotKnown() {
        started(LONG, LONG, SHORT);
        alarm.stall(SHORT.plusSeconds(2));

        alarm.pass(Duration.ZERO);

        assertThat(expired).extracting(Ending::kind, Ending::late).containsExactly(tuple(Kind.TOTAL_TIMEOUT, true));
    }

    @Test
    void aDeadlineThatIsFoundOverInTimeIsTheProviders() {
        started(LONG, LONG, SHORT);

        alarm.pass(SHORT);

        assertThat(expired).extracting(Ending::late).containsExactly(false);
    }
}
