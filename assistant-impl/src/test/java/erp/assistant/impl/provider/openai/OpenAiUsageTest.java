package erp.assistant.impl.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.TokenUsage.Source;
import erp.assistant.chat.TokenUsage.Terms;
import erp.assistant.impl.provider.JsonText;
import jakarta.json.spi.JsonProvider;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenAiUsageTest {

    private final JsonText json = new JsonText(JsonProvider.provider());

    private Optional<TokenUsage> read(String usage) {
        return OpenAiUsage.ofChat(json.object(usage.replace('\'', '"')), "");
    }

    @Test
    void detailsAreTakenOutOfTheirTotals() {
        Optional<TokenUsage> usage = read("{'prompt_tokens':100,'completion_tokens':50,'total_tokens':150,"
                + "'prompt_tokens_details':{'cached_tokens':60,'cache_write_tokens':15,'audio_tokens':0},"
                + "'completion_tokens_details':{'reasoning_tokens':20,'rejected_prediction_tokens':0}}");

        assertThat(usage).hasValue(new TokenUsage(25, 60, 0, 0, 15, 30, 20, 0, Terms.NOT_TOLD, Source.REPORTED));
        assertThat(usage.orElseThrow().total()).isEqualTo(150);
    }

    @Test
    void detailsMayBeAbsentOrNull() {
        assertThat(read("{'prompt_tokens':100,'completion_tokens':50,'prompt_tokens_details':null}"))
                .hasValue(new TokenUsage(100, 0, 0, 0, 50, 0, Source.REPORTED));
    }

    @Test
    void detailsBeyondTheirTotalDoNotRaiseIt() {
        TokenUsage usage = read("{'prompt_tokens':10,'completion_tokens':5,'prompt_tokens_details':"
                        + "{'cached_tokens':90,'cache_write_tokens':9},'completion_tokens_details':{'reasoning_tokens':8}}")
                .orElseThrow();

        assertThat(usage.total()).isEqualTo(15);
    }

    @Test
    void whatTheTotalExceedsItsPartsByIsReasoning() {
        assertThat(read("{'prompt_tokens':100,'completion_tokens':50,'total_tokens':190}"))
                .hasValue(new TokenUsage(100, 0, 0, 0, 50, 40, Source.REPORTED));
        assertThat(read("{'prompt_tokens':100,'completion_tokens':50,'total_tokens':90}"))
                .hasValue(new TokenUsage(100, 0, 0, 0, 50, 0, Source.REPORTED));
    }

    @Test
    void theServiceTierIsTheOneThatTheResponseNames() {
        assertThat(OpenAiUsage.ofChat(json.object("{\"prompt_tokens\":1,\"completion_tokens\":1}"), "Flex"))
                .hasValueSatisfying(usage -> assertThat(usage.terms()).isEqualTo(new Terms("flex", "")));
    }

    @Test
    void zeroIsAReport() {
        assertThat(read("{'prompt_tokens':0,'completion_tokens':0}"))
                .hasValue(new TokenUsage(0, 0, 0, 0, 0, 0, Source.REPORTED));
    }

    @Test
    void absentOrImpossibleTotalsAreNone() {
        assertThat(read("{'completion_tokens':5}")).isEmpty();
        assertThat(read("{'prompt_tokens':null,'completion_tokens':5}")).isEmpty();
        assertThat(read("{'prompt_tokens':-1,'completion_tokens':5}")).isEmpty();
        assertThat(read("{'prompt_tokens':99999999999999999999,'completion_tokens':5}"))
                .isEmpty();
    }
}
