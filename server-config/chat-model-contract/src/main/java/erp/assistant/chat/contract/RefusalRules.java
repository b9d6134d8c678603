package erp.assistant.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.chat.TokenUsage;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that are no answers: error statuses, and a page where a stream should be. */
public interface RefusalRules extends ModelUnderTest {

    @ParameterizedTest
    @CsvSource({
        "e400, 400, INVALID_REQUEST",
        "e401, 401, AUTHENTICATION",
        "e402, 402, QUOTA",
        "e403, 403, AUTHENTICATION",
        "e404, 404, NOT_FOUND",
        "e408, 408, SERVER_ERROR",
        "e413, 413, TOO_LARGE",
        "e422, 422, INVALID_REQUEST",
        "e429, 429, RATE_LIMITED",
        "quota, 429, QUOTA",
        "e500, 500, SERVER_ERROR",
        "e502, 502, SERVER_ERROR",
        "e504, 504, SERVER_ERROR",
        "e529, 529, OVERLOADED"
    })
    default void aRefusalNamesItsKindAndCostsNothing(String fault, int status, Kind kind, Bench bench) {
        bench.stub().configure(fault + "=100");

        ProviderFault refused = bench.fault();

        assertThat(refused.kind()).isEqualTo(kind);
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.provider()).isEqualTo(provider());
        assertThat(refused.model()).isEqualTo(Bench.MODEL);
        assertThat(refused.requestId()).isEqualTo("req_stub");
        assertThat(refused.sent()).isTrue();
        assertThat(refused.inStream()).isFalse();
        assertThat(refused.contentShown()).isFalse();
        assertThat(refused.usage()).isEqualTo(TokenUsage.NONE);
        assertThat(refused.retryAfter()).isNull();
    }

    /** Whether and when to try again is decided around the model, where the deadline of all attempts is known. */
    @ParameterizedTest
    @CsvSource({"e429", "e500", "e529"})
    default void aRefusalIsNotTriedAgain(String fault, Bench bench) {
        bench.stub().configure(fault + "=100");

        bench.fault();

        assertThat(bench.stub().stats().requests()).isEqualTo(1);
    }

    @Test
    default void aRefusalTellsHowLongToWait(Bench bench) {
        bench.stub().configure("e429=100 retryafter=7");

        assertThat(bench.fault().retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    default void aRefusalTellsUntilWhenToWait(Bench bench) {
        bench.stub().configure("e503=100 retrydate=90");

        ProviderFault refused = bench.fault();

        assertThat(refused.kind()).isIn(Kind.SERVER_ERROR, Kind.OVERLOADED);
        assertThat(refused.retryAfter()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(90));
    }

    @Test
    default void aRefusalWhoseBodyStallsKeepsItsStatus(Bench bench) {
        bench.stub().configure("e500=100 loris=100 lorisbytes=150 lorisgap=30000");
        bench.patience(Bench.SHORT, Bench.LONG);

        ProviderFault refused = bench.fault();

        assertThat(refused.kind()).isEqualTo(Kind.SERVER_ERROR);
        assertThat(refused.status()).isEqualTo(500);
    }

    @Test
    default void aPageInsteadOfAStreamIsMalformed(Bench bench) {
        bench.stub().configure("html200=100");

        ProviderFault malformed = bench.fault();

        assertThat(malformed.kind()).isEqualTo(Kind.MALFORMED);
        assertThat(malformed.status()).isEqualTo(200);
        assertThat(bench.sink().pieces()).isEmpty();
    }
}
