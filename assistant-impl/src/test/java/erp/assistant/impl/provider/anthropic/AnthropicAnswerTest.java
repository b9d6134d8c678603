package erp.assistant.impl.provider.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.TokenUsage.Source;
import erp.assistant.impl.provider.JsonText;
import erp.assistant.impl.provider.RecordedSignals;
import jakarta.json.spi.JsonProvider;
import org.junit.jupiter.api.Test;

class AnthropicAnswerTest {

    private final RecordedSignals signals = new RecordedSignals();

    private void read(String answer) {
        new AnthropicAnswer(new JsonText(JsonProvider.provider())).read("", answer.replace('\'', '"'), signals);
    }

    @Test
    void textUsageAndEndingAreReadAtOnce() {
        read("{'type':'message','model':'claude-x-1','content':[{'type':'thinking','thinking':'no'},"
                + "{'type':'text','text':'Hel'},{'type':'text','text':'lo'}],'stop_reason':'end_turn',"
                + "'usage':{'input_tokens':10,'cache_read_input_tokens':200,'cache_creation_input_tokens':100,"
                + "'cache_creation':{'ephemeral_5m_input_tokens':30,'ephemeral_1h_input_tokens':60},'output_tokens':9,"
                + "'output_tokens_details':{'thinking_tokens':4}}}");

        assertThat(signals.text()).isEqualTo("Hello");
        assertThat(signals.words()).containsExactly("model claude-x-1", "answered END");
        assertThat(signals.usage())
                .hasValue(new TokenUsage(10, 200, 30, 60, 10, 5, 4, 0, TokenUsage.Terms.NOT_TOLD, Source.REPORTED));
    }

    @Test
    void aMessageWithoutStopReasonIsNotWhole() {
        read("{'type':'message','content':[{'type':'text','text':'Hel'}],'stop_reason':null}");

        assertThat(signals.words()).isEmpty();
    }

    @Test
    void anErrorWithStatus200IsAnError() {
        read("{'type':'error','error':{'type':'overloaded_error','message':'x'},'request_id':'r'}");

        assertThat(signals.words()).containsExactly("error overloaded_error/");
    }
}
