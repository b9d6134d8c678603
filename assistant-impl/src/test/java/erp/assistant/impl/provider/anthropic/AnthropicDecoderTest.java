package erp.assistant.impl.provider.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.TokenUsage.Source;
import erp.assistant.impl.provider.JsonText;
import erp.assistant.impl.provider.MalformedStreamException;
import erp.assistant.impl.provider.RecordedSignals;
import jakarta.json.spi.JsonProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnthropicDecoderTest {

    private final AnthropicDecoder decoder = new AnthropicDecoder(new JsonText(JsonProvider.provider()));
    private final RecordedSignals signals = new RecordedSignals();

    private void read(String event) {
        decoder.read("", event.replace('\'', '"'), signals);
    }

    @Test
    void aStreamIsReadFromStartToStop() {
        read("{'type':'message_start','message':{'model':'claude-x-1','usage':{'input_tokens':12,'output_tokens':1}}}");
        read("{'type':'content_block_start','index':0,'content_block':{'type':'text','text':''}}");
        read("{'type':'ping'}");
        read("{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'Hel'}}");
        read("{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'lo'}}");
        read("{'type':'content_block_stop','index':0}");
        read("{'type':'message_delta','delta':{'stop_reason':'end_turn'},'usage':{'output_tokens':9}}");
        read("{'type':'message_stop'}");

        assertThat(signals.text()).isEqualTo("Hello");
        assertThat(signals.words()).containsExactly("model claude-x-1", "answered END", "end");
        assertThat(signals.usage()).hasValue(new TokenUsage(12, 0, 0, 0, 9, 0, Source.REPORTED));
    }

    @ParameterizedTest
    @CsvSource({
        "end_turn, END", "stop_sequence, END", "max_tokens, LENGTH", "model_context_window_exceeded, LENGTH",
        "pause_turn, LENGTH", "tool_use, LENGTH", "something_new, LENGTH", "refusal, REFUSAL"
    })
    void onlyAnAnswerThatSaidAllIsWhole(String stop, String reason) {
        read("{'type':'message_delta','delta':{'stop_reason':'" + stop + "'}}");
        read("{'type':'message_stop'}");

        assertThat(signals.words()).endsWith("answered " + reason, "end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause_turn", "tool_use", "model_context_window_exceeded", "something_new"})
    void anEndingOutOfTheOrdinaryIsNamed(String stop) {
        read("{'type':'message_delta','delta':{'stop_reason':'" + stop + "'}}");
        read("{'type':'message_stop'}");

        assertThat(signals.words()).containsExactly("because " + stop, "answered LENGTH", "end");
    }

    @Test
    void aRefusalNamesItsCategory() {
        read("{'type':'message_delta','delta':{'stop_reason':'refusal','stop_details':{'type':'refusal',"
                + "'category':'cyber','explanation':'not to be shown'}}}");
        read("{'type':'message_stop'}");

        assertThat(signals.words()).containsExactly("because refusal.cyber", "answered REFUSAL", "end");
    }

    @Test
    void anErrorMayBeToldByTheEventsNameAlone() {
        decoder.read("error", "{\"error\":{\"type\":\"overloaded_error\"}}", signals);

        assertThat(signals.words()).containsExactly("error overloaded_error/");
    }

    @Test
    void aStopReasonAloneIsNotTheLastWord() {
        read("{'type':'message_delta','delta':{'stop_reason':'end_turn'}}");

        assertThat(signals.words()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'something_new','text':'no'}",
                "{'type':'content_block_delta','delta':{'type':'thinking_delta','thinking':'no'}}",
                "{'type':'content_block_delta','delta':{'type':'signature_delta','signature':'no'}}",
                "{'type':'content_block_delta','delta':{'type':'something_new','text':'no'}}",
                "{'other':1}"
            })
    void whatIsNotKnownMeansNothing(String event) {
        read(event);

        assertThat(signals.text()).isEmpty();
        assertThat(signals.words()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'type':'content_bl", "[1]", "'text'", "{} {}", "<html>", "null"})
    void whatIsNoObjectIsMalformedAndNotQuoted(String event) {
        assertThatThrownBy(() -> read(event))
                .isInstanceOf(MalformedStreamException.class)
                .hasMessage("an event is not a JSON object")
                .hasNoCause();
    }

    @Test
    void anErrorIsToldByItsType() {
        read("{'type':'error','error':{'type':'overloaded_error','message':'Overloaded'}}");

        assertThat(signals.words()).containsExactly("error overloaded_error/");
    }

    @Test
    void anOutputWithoutAnInputIsNoWholeReport() {
        read("{'type':'message_start','message':{'model':'claude-x-1','usage':{'output_tokens':1}}}");
        read("{'type':'message_delta','delta':{'stop_reason':'end_turn'},'usage':{'output_tokens':9,"
                + "'output_tokens_details':{'thinking_tokens':4}}}");

        assertThat(signals.usage()).isEmpty();
        assertThat(signals.words()).containsExactly("model claude-x-1", "output 5+4");
    }

    @Test
    void anInputThatIsToldWithTheOutputMakesTheReportWhole() {
        read(
                "{'type':'message_delta','delta':{'stop_reason':'end_turn'},'usage':{'input_tokens':12,'output_tokens':9}}");

        assertThat(signals.usage()).hasValue(new TokenUsage(12, 0, 0, 0, 9, 0, Source.REPORTED));
    }
}
