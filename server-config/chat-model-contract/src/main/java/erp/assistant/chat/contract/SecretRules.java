package erp.assistant.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.ProviderFault;
import erp.assistant.stub.StubRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key is in one request header and nowhere else; the prompt is in the request and nowhere else. */
public interface SecretRules extends ModelUnderTest {

    @Test
    default void theKeyTravelsInOneHeaderOnly(Bench bench) {
        bench.complete();

        StubRequest request = bench.stub().lastRequest().orElseThrow();
        assertThat(request.headers().values().stream().filter(value -> value.contains(Bench.KEY)))
                .hasSize(1);
        assertThat(request.target() + request.body()).doesNotContain(Bench.KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "e400=100",
                "e401=100",
                "e500=100",
                "miderr=100",
                "midcut=100",
                "badjson=100",
                "html200=100",
                "empty200=100"
            })
    default void noFaultShowsTheKeyThePromptOrTheProvidersWords(String fault, Bench bench) {
        bench.stub().configure(fault);

        assertThat(everythingAbout(bench.fault()))
                .doesNotContain(Bench.KEY, "Promised", "Answer from", "stub says", "Please sign in", "Ölfilter");
    }

    @Test
    default void noObjectShowsTheKey(Bench bench) {
        String completion = bench.complete().toString();

        assertThat(completion + bench.model()).doesNotContain(Bench.KEY);
    }

    private static String everythingAbout(ProviderFault fault) {
        StringWriter stack = new StringWriter();
        fault.printStackTrace(new PrintWriter(stack));
        return stack + fault.toString() + fault.usage() + fault.requestId() + fault.model();
    }
}
