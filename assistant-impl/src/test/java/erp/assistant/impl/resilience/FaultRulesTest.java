package erp.assistant.impl.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.impl.config.Resilience;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultRulesTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private static ProviderFault.Builder fault(Kind kind) {
        return ProviderFault.of(kind, "told by a test");
    }

    private static AttemptFailed classify(Kind kind) {
        return FaultRules.classify(fault(kind).build(), SECOND);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECT", "TRUNCATED", "MALFORMED", "SERVER_ERROR", "OVERLOADED", "RATE_LIMITED"})
    void whatMayPassIsTriedOnceMoreHere(Kind kind) {
        assertThat(classify(kind)).isInstanceOf(AttemptFailed.Passing.class);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CONNECT", "TRUNCATED", "MALFORMED", "SERVER_ERROR", "OVERLOADED", "RATE_LIMITED"})
    void whatWillNotPassInTimeGoesToTheNextProvider(Kind kind) {
        assertThat(classify(kind)).isExactlyInstanceOf(AttemptFailed.class);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void nothingIsTriedAgainOnceTextWasShown(Kind kind) {
        assertThat(FaultRules.classify(fault(kind).contentShown(true).build(), SECOND))
                .isNotInstanceOf(AttemptFailed.Passing.class);
    }

    @ParameterizedTest
    @CsvSource({"1000, true", "1001, false"})
    void aProviderThatWantsALongPauseIsLeftAlone(int millis, boolean passing) {
        ProviderFault busy =
                fault(Kind.RATE_LIMITED).retryAfter(Duration.ofMillis(millis)).build();

        assertThat(FaultRules.classify(busy, SECOND) instanceof AttemptFailed.Passing)
                .isEqualTo(passing);
    }

    /** A breaker that two failures of two open. */
    private static Breaker.State afterTwo(ProviderFault fault, Duration waited) {
        Breaker breaker = new Breaker(
                () -> new Resilience.Breaker(2, 100, SECOND, 1), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), () -> {});
        for (int i = 0; i < 2; i++) {
            FaultRules.tell(Objects.requireNonNull(breaker.acquire(), "turned away"), fault, waited);
        }
        return breaker.snapshot().state();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"INVALID_REQUEST", "TOO_LARGE", "CANCELLED"})
    void failuresOfTheProviderCountAgainstIt(Kind kind) {
        assertThat(afterTwo(fault(kind).build(), Duration.ZERO)).isEqualTo(Breaker.State.OPEN);
    }

    @ParameterizedTest
    @EnumSource(names = {"INVALID_REQUEST", "TOO_LARGE"})
    void aRefusedRequestIsNotTheProvidersFaultHoweverLongItTook(Kind kind) {
        assertThat(afterTwo(fault(kind).build(), Duration.ofMinutes(1))).isEqualTo(Breaker.State.CLOSED);
    }

    @ParameterizedTest
    @CsvSource({"2000, false, OPEN", "60000, false, OPEN", "1999, false, CLOSED", "60000, true, CLOSED"})
    void anAskerWhoLeftAfterALongSilenceCountsAgainstTheProvider(int millis, boolean shown, Breaker.State state) {
        assertThat(afterTwo(fault(Kind.CANCELLED).contentShown(shown).build(), Duration.ofMillis(millis)))
                .isEqualTo(state);
    }

    /** However long this side needed before the request left. */
    @Test
    void onlyTheTimeForWhichTheProviderHadTheRequestIsItsSilence() {
        ProviderFault.Builder left = fault(Kind.CANCELLED);

        assertThat(afterTwo(left.waited(Duration.ofMillis(1999)).build(), Duration.ofMinutes(1)))
                .isEqualTo(Breaker.State.CLOSED);
        assertThat(afterTwo(left.waited(FaultRules.SILENCE).build(), Duration.ofMinutes(1)))
                .isEqualTo(Breaker.State.OPEN);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatAStarvedServerFindsOutTooLateSaysNothing(Kind kind) {
        assertThat(afterTwo(fault(kind).late(true).build(), Duration.ofMinutes(1)))
                .isEqualTo(Breaker.State.CLOSED);
    }

    @Test
    void whatWasNeverSentSaysNothing() {
        assertThat(afterTwo(fault(Kind.TOTAL_TIMEOUT).sent(false).build(), Duration.ZERO))
                .isEqualTo(Breaker.State.CLOSED);
        assertThat(afterTwo(fault(Kind.CONNECT).sent(false).build(), Duration.ZERO))
                .as("a connection that was tried")
                .isEqualTo(Breaker.State.OPEN);
        assertThat(afterTwo(fault(Kind.FIRST_CONTENT_TIMEOUT).sent(false).build(), Duration.ZERO))
                .as("a proxy that says nothing")
                .isEqualTo(Breaker.State.OPEN);
    }
}
