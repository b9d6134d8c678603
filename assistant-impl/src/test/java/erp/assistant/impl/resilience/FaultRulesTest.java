package erp.assistant.impl.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultRulesTest {

    private static final Duration AT_ONCE = Duration.ZERO;

    private static AttemptFailed classify(Kind kind) {
        return FaultRules.classify(ProviderFault.of(kind, "told by a test").build(), AT_ONCE);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECT", "TRUNCATED", "MALFORMED", "SERVER_ERROR", "OVERLOADED", "RATE_LIMITED"})
    void whatMayPassIsTriedOnceMoreHere(Kind kind) {
        assertThat(classify(kind)).isInstanceOf(AttemptFailed.Passing.class);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"FIRST_CONTENT_TIMEOUT", "IDLE_TIMEOUT", "TOTAL_TIMEOUT", "QUOTA", "AUTHENTICATION", "NOT_FOUND"})
    void whatWillNotPassInTimeGoesToTheNextProvider(Kind kind) {
        assertThat(classify(kind)).isExactlyInstanceOf(AttemptFailed.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLED", "INVALID_REQUEST", "TOO_LARGE"})
    void whatIsNotTheProvidersFaultDoesNotOpenItsBreaker(Kind kind) {
        assertThat(classify(kind)).isInstanceOf(AttemptFailed.NotTheProvidersFault.class);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void nothingIsTriedAgainOnceTextWasShown(Kind kind) {
        ProviderFault shown =
                ProviderFault.of(kind, "told by a test").contentShown(true).build();

        assertThat(FaultRules.classify(shown, AT_ONCE)).isNotInstanceOf(AttemptFailed.Passing.class);
    }

    @Test
    void aProviderThatWantsALongPauseIsLeftAlone() {
        ProviderFault busy = ProviderFault.of(Kind.RATE_LIMITED, "told by a test")
                .retryAfter(Duration.ofSeconds(30))
                .build();

        assertThat(FaultRules.classify(busy, AT_ONCE)).isExactlyInstanceOf(AttemptFailed.class);
    }

    @ParameterizedTest
    @CsvSource({"2000, false, true", "60000, false, true", "1999, false, false", "60000, true, false"})
    void anAskerWhoLeftAfterALongSilenceCountsAgainstTheProvider(int millis, boolean shown, boolean against) {
        ProviderFault left = ProviderFault.of(Kind.CANCELLED, "told by a test")
                .contentShown(shown)
                .build();

        assertThat(FaultRules.classify(left, Duration.ofMillis(millis)))
                .isExactlyInstanceOf(against ? AttemptFailed.class : AttemptFailed.NotTheProvidersFault.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"INVALID_REQUEST", "TOO_LARGE"})
    void aRefusedRequestIsNotTheProvidersFaultHoweverLongItTook(Kind kind) {
        assertThat(FaultRules.classify(ProviderFault.of(kind, "told by a test").build(), Duration.ofMinutes(1)))
                .isInstanceOf(AttemptFailed.NotTheProvidersFault.class);
    }
}
