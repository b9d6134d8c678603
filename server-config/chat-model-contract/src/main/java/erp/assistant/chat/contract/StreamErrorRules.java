package erp.assistant.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import org.junit.jupiter.api.Test;

/** What goes wrong inside a stream that began with status 200. */
public interface StreamErrorRules extends ModelUnderTest {

    @Test
    default void anErrorInTheStreamBeforeContentIsAFault(Bench bench) {
        bench.onlyIfItStreams();
        bench.stub().configure("firsterr=100");

        ProviderFault error = bench.fault();

        assertThat(error.kind()).isIn(Kind.OVERLOADED, Kind.SERVER_ERROR);
        assertThat(error.inStream()).isTrue();
        assertThat(error.contentShown()).isFalse();
        assertThat(error.status()).isEqualTo(200);
        assertThat(error.requestId()).isEqualTo("req_stub");
        assertThat(bench.sink().pieces()).isEmpty();
    }

    @Test
    default void anErrorInTheStreamAfterContentIsAFault(Bench bench) {
        bench.onlyIfItStreams();
        bench.stub().configure("miderr=100 gap=20");

        ProviderFault error = bench.fault();

        assertThat(error.kind()).isIn(Kind.OVERLOADED, Kind.SERVER_ERROR);
        assertThat(error.inStream()).isTrue();
        bench.assertPartWasShownAndCounted(error);
    }

    @Test
    default void aMalformedEventFailsTheStreamAndClosesIt(Bench bench) {
        bench.onlyIfItStreams();
        bench.stub().configure("badjson=100 gap=20");

        ProviderFault malformed = bench.fault();

        assertThat(malformed.kind()).isEqualTo(Kind.MALFORMED);
        bench.assertPartWasShownAndCounted(malformed);
        bench.awaitHangUp();
    }

    @Test
    default void aMalformedAnswerIsAFault(Bench bench) {
        bench.stub().configure("badjson=100");

        assertThat(bench.fault().kind()).isEqualTo(Kind.MALFORMED);
    }
}
