package erp.assistant.impl.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.TokenUsage.Source;
import erp.assistant.impl.provider.JsonText;
import erp.assistant.impl.provider.RecordedSignals;
import jakarta.json.spi.JsonProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponsesAnswerTest {

    private final RecordedSignals signals = new RecordedSignals();

    private void read(String answer) {
        new ResponsesAnswer(new JsonText(JsonProvider.provider())).read("", answer.replace('\'', '"'), signals);
    }

    @Test
    void textUsageAndEndingAreReadAtOnce() {
        read("{'object':'response','status':'completed','error':null,'model':'gpt-x-1','output':["
                + "{'type':'reasoning','summary':[]},{'type':'message','content':[{'type':'output_text','text':'Hel'},"
                + "{'type':'output_text','text':'lo'}]}],'usage':{'input_tokens':100,'input_tokens_details':"
                + "{'cached_tokens':60,'cache_write_tokens':15},'output_tokens':50,'output_tokens_details':"
                + "{'reasoning_tokens':20},'total_tokens':150}}");

        assertThat(signals.text()).isEqualTo("Hello");
        assertThat(signals.words()).containsExactly("model gpt-x-1", "answered END");
        assertThat(signals.usage())
                .hasValue(new TokenUsage(25, 60, 0, 0, 15, 30, 20, 0, TokenUsage.Terms.NOT_TOLD, Source.REPORTED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"queued", "in_progress", "something_new", ""})
    void aStatusThatIsNoEndIsNone(String status) {
        read("{'status':'" + status + "','output':[]}");

        assertThat(signals.words()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"failed, error response_failed/", "cancelled, error response_cancelled/"})
    void anAnswerThatCameToNothingIsAnError(String status, String word) {
        read("{'status':'" + status + "','error':null,'output':[]}");

        assertThat(signals.words()).containsExactly(word);
    }

    @Test
    void anErrorWithStatus200IsAnError() {
        read("{'error':{'type':'server_error','code':null,'message':'x'}}");

        assertThat(signals.words()).containsExactly("error server_error/");
    }

    @Test
    void aRefusalIsShownAndNamed() {
        read(
                "{'status':'completed','output':[{'type':'message','content':[{'type':'refusal','refusal':'I cannot.'}]}]}");

        assertThat(signals.text()).isEqualTo("I cannot.");
        assertThat(signals.words()).containsExactly("answered REFUSAL");
    }
}
