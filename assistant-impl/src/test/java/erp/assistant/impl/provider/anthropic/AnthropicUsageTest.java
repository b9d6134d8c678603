package erp.assistant.impl.provider.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.TokenUsage.Source;
import erp.assistant.impl.provider.JsonText;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import org.junit.jupiter.api.Test;

class AnthropicUsageTest {

    private final JsonText json = new JsonText(JsonProvider.provider());
    private final AnthropicUsage usage = new AnthropicUsage();

    private JsonObject of(String text) {
        return json.object(text.replace('\'', '"'));
    }

    @Test
    void cacheWritesAreSplitByDurationAndTheRestIsAClassOfItsOwn() {
        usage.start(
                of(
                        "{'input_tokens':10,'cache_read_input_tokens':200,'cache_creation_input_tokens':100,"
                                + "'cache_creation':{'ephemeral_5m_input_tokens':30,'ephemeral_1h_input_tokens':60},'output_tokens':1}"));

        assertThat(usage.soFar()).isEqualTo(written(10, 200, 30, 60, 10, 0, Source.PARTIAL));
    }

    @Test
    void aLaterTotalKeepsTheSplitThatIsToldOnlyAtTheStart() {
        usage.start(of("{'input_tokens':10,'cache_creation_input_tokens':90,"
                + "'cache_creation':{'ephemeral_5m_input_tokens':30,'ephemeral_1h_input_tokens':60}}"));
        usage.update(of("{'cache_creation_input_tokens':150,'output_tokens':5}"));

        assertThat(usage.soFar()).isEqualTo(written(10, 0, 30, 60, 60, 5, Source.REPORTED));
    }

    private static TokenUsage written(
            long input, long read, long fiveMinutes, long oneHour, long other, long output, Source source) {
        return new TokenUsage(
                input, read, fiveMinutes, oneHour, other, output, 0, 0, TokenUsage.Terms.NOT_TOLD, source);
    }

    @Test
    void withoutASplitTheDurationIsNotTold() {
        usage.start(of("{'input_tokens':10,'cache_creation_input_tokens':90}"));
        usage.update(of("{'output_tokens':5}"));

        assertThat(usage.soFar()).isEqualTo(written(10, 0, 0, 0, 90, 5, Source.REPORTED));
    }

    @Test
    void aSplitAloneIsItsOwnTotal() {
        usage.start(of("{'input_tokens':10,"
                + "'cache_creation':{'ephemeral_5m_input_tokens':30,'ephemeral_1h_input_tokens':60}}"));

        assertThat(usage.soFar()).isEqualTo(written(10, 0, 30, 60, 0, 0, Source.PARTIAL));
    }

    @Test
    void aSplitBeyondItsTotalDoesNotRaiseIt() {
        usage.start(of("{'input_tokens':10,'cache_creation_input_tokens':90,"
                + "'cache_creation':{'ephemeral_5m_input_tokens':30,'ephemeral_1h_input_tokens':60}}"));
        usage.update(of("{'cache_creation_input_tokens':70,'output_tokens':5}"));

        assertThat(usage.soFar()).isEqualTo(written(10, 0, 10, 60, 0, 5, Source.REPORTED));
    }

    @Test
    void searchesAndTermsAreKeptUntilTheyAreToldAnew() {
        usage.start(of("{'input_tokens':10,'service_tier':'standard','inference_geo':'US',"
                + "'server_tool_use':{'web_search_requests':0}}"));
        usage.update(of("{'output_tokens':5,'server_tool_use':{'web_search_requests':3}}"));

        assertThat(usage.soFar().webSearches()).isEqualTo(3);
        assertThat(usage.soFar().terms()).isEqualTo(new TokenUsage.Terms("standard", "us"));
    }

    @Test
    void fastModeIsATierWhateverTierIsNamedBesideIt() {
        usage.start(of("{'input_tokens':10,'service_tier':'standard','speed':'fast'}"));
        usage.update(of("{'output_tokens':5,'service_tier':'standard'}"));

        assertThat(usage.soFar().terms().serviceTier()).isEqualTo("fast");
    }

    @Test
    void aDeltaOverwritesOnlyWhatItNames() {
        usage.start(of("{'input_tokens':10,'cache_read_input_tokens':200,'output_tokens':1}"));
        usage.update(of("{'output_tokens':5}"));
        usage.update(of("{'input_tokens':12,'output_tokens':9,'cache_read_input_tokens':null}"));

        assertThat(usage.soFar()).isEqualTo(new TokenUsage(12, 200, 0, 0, 9, 0, Source.REPORTED));
    }

    @Test
    void aReportedZeroOverwrites() {
        usage.start(of("{'input_tokens':10,'cache_read_input_tokens':200}"));
        usage.update(of("{'input_tokens':0,'cache_read_input_tokens':0,'output_tokens':0}"));

        assertThat(usage.soFar()).isEqualTo(new TokenUsage(0, 0, 0, 0, 0, 0, Source.REPORTED));
    }

    @Test
    void thinkingIsPartOfTheOutputTotal() {
        usage.start(of("{'input_tokens':1}"));
        usage.update(of("{'output_tokens':50,'output_tokens_details':{'thinking_tokens':30}}"));

        assertThat(usage.soFar()).isEqualTo(new TokenUsage(1, 0, 0, 0, 20, 30, Source.REPORTED));
    }

    @Test
    void noUsageIsNotZeroUsage() {
        assertThat(usage.start(of("{}"))).isFalse();
        assertThat(usage.update(of("{'output_tokens':-1}"))).isFalse();
        assertThat(usage.update(of("{'output_tokens':1.5}"))).isFalse();
    }
}
