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

class OpenAiDecoderTest {

    private final OpenAiDecoder decoder = OpenAiDecoder.ofStream(new JsonText(JsonProvider.provider()));
    private final RecordedSignals signals = new RecordedSignals();

    private void read(String event) {
        decoder.read("", event.replace('\'', '"'), signals);
    }

    @Test
    void aStreamIsReadFromRoleToDone() {
        read(
                "{'model':'gpt-x-1','choices':[{'index':0,'delta':{'role':'assistant','content':''},'finish_reason':null}],'usage':null}");
        read("{'model':'gpt-x-1','choices':[{'index':0,'delta':{'content':'Hel'},'finish_reason':null}]}");
        read("{'model':'gpt-x-1','choices':[{'index':0,'delta':{'content':'lo'},'finish_reason':null}]}");
        read("{'model':'gpt-x-1','choices':[{'index':0,'delta':{},'finish_reason':'stop'}]}");
        read("{'model':'gpt-x-1','choices':[],'usage':{'prompt_tokens':12,'completion_tokens':9,'total_tokens':21}}");
        read("[DONE]");

        assertThat(signals.text()).isEqualTo("Hello");
        assertThat(signals.words()).containsExactly("model gpt-x-1", "answered END", "end");
        assertThat(signals.usage()).hasValue(new TokenUsage(12, 0, 0, 0, 9, 0, Source.REPORTED));
    }

    @ParameterizedTest
    @CsvSource({"stop, END", "length, LENGTH", "content_filter, REFUSAL", "tool_calls, LENGTH", "something_new, LENGTH"
    })
    void onlyAnAnswerThatSaidAllIsWhole(String finish, String reason) {
        read("{'choices':[{'delta':{},'finish_reason':'" + finish + "'}]}");

        assertThat(signals.words()).endsWith("answered " + reason);
    }

    @ParameterizedTest
    @CsvSource({"content_filter, REFUSAL", "tool_calls, LENGTH", "function_call, LENGTH", "something_new, LENGTH"})
    void anEndingOutOfTheOrdinaryIsNamed(String finish, String reason) {
        read("{'choices':[{'delta':{},'finish_reason':'" + finish + "'}]}");

        assertThat(signals.words()).containsExactly("because " + finish, "answered " + reason);
    }

    @Test
    void anAnswerThatComesWholeIsReadAtOnce() {
        whole(
                "{'id':'c','object':'chat.completion','model':'gpt-x-1','choices':[{'index':0,'message':{'role':'assistant',"
                        + "'content':'Hello','refusal':null},'finish_reason':'stop'}],"
                        + "'usage':{'prompt_tokens':12,'completion_tokens':9,'total_tokens':21}}");

        assertThat(signals.text()).isEqualTo("Hello");
        assertThat(signals.words()).containsExactly("model gpt-x-1", "answered END");
        assertThat(signals.usage()).hasValue(new TokenUsage(12, 0, 0, 0, 9, 0, Source.REPORTED));
    }

    @Test
    void aRefusalThatComesWholeIsShownAndNamed() {
        whole("{'choices':[{'message':{'content':null,'refusal':'I cannot.'},'finish_reason':'stop'}]}");

        assertThat(signals.text()).isEqualTo("I cannot.");
        assertThat(signals.words()).containsExactly("answered REFUSAL");
    }

    @Test
    void anAnswerThatComesWholeWithoutAFinishReasonIsNot() {
        whole("{'choices':[{'message':{'content':'Hel'},'finish_reason':null}]}");

        assertThat(signals.words()).isEmpty();
    }

    private void whole(String answer) {
        OpenAiDecoder.ofWhole(new JsonText(JsonProvider.provider())).read("", answer.replace('\'', '"'), signals);
    }

    @Test
    void theEndWithoutAFinishReasonIsNoWordOnTheAnswer() {
        read("[DONE]");

        assertThat(signals.words()).containsExactly("end");
    }

    @Test
    void aRefusalIsShownAndNamed() {
        read("{'choices':[{'delta':{'refusal':'I cannot help with that.'},'finish_reason':null}]}");
        read("{'choices':[{'delta':{},'finish_reason':'stop'}]}");

        assertThat(signals.text()).isEqualTo("I cannot help with that.");
        assertThat(signals.words()).containsExactly("answered REFUSAL");
    }

    @Test
    void contentInPartsIsShown() {
        read("{'choices':[{'delta':{'content':[{'type':'thinking','thinking':'no'},{'type':'text','text':'yes'}]}}]}");

        assertThat(signals.text()).isEqualTo("yes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'error':{'message':'x','type':'server_error','code':null}} | error server_error/",
                "{'type':'error','code':'rate_limit_exceeded','message':'x'} | error /rate_limit_exceeded",
                "{'object':'error','message':'x','type':'BadRequestError','code':400} | error badrequesterror/400",
                "{'error':'out of memory'} | error /"
            })
    void anErrorIsToldInAnyOfItsShapes(String event, String word) {
        read(event);

        assertThat(signals.words()).containsExactly(word);
    }

    @Test
    void chunksWithoutChoicesOrContentMeanNothing() {
        read("{'choices':[],'prompt_filter_results':[]}");
        read("{'choices':[{'delta':{'content':null,'reasoning_content':'no'}}]}");
        read("{'error':null,'choices':[{'index':0}]}");

        assertThat(signals.text()).isEmpty();
        assertThat(signals.words()).isEmpty();
    }
}
