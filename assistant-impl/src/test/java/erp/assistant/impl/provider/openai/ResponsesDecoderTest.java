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

class ResponsesDecoderTest {

    private final ResponsesDecoder decoder = new ResponsesDecoder(new JsonText(JsonProvider.provider()));
    private final RecordedSignals signals = new RecordedSignals();

    private void read(String event) {
        decoder.read("", event.replace('\'', '"'), signals);
    }

    @Test
    void aStreamIsReadFromCreatedToCompleted() {
        read(
                "{'type':'response.created','sequence_number':0,'response':{'model':'gpt-x-1','status':'in_progress','usage':null}}");
        read(
                "{'type':'response.in_progress','sequence_number':1,'response':{'model':'gpt-x-1','status':'in_progress'}}");
        read("{'type':'response.output_item.added','item':{'type':'message','content':[]}}");
        read("{'type':'response.content_part.added','part':{'type':'output_text','text':''}}");
        read("{'type':'response.output_text.delta','delta':'Hel'}");
        read("{'type':'response.output_text.delta','delta':'lo'}");
        read("{'type':'response.output_text.done','text':'Hello'}");
        read("{'type':'response.content_part.done','part':{'type':'output_text','text':'Hello'}}");
        read(
                "{'type':'response.completed','response':{'model':'gpt-x-1','status':'completed','output':[{'type':'message',"
                        + "'content':[{'type':'output_text','text':'Hello'}]}],'usage':{'input_tokens':12,'output_tokens':9}}}");

        assertThat(signals.text()).isEqualTo("Hello");
        assertThat(signals.words()).endsWith("answered END", "end").doesNotContain("error");
        assertThat(signals.usage()).hasValue(new TokenUsage(12, 0, 0, 0, 9, 0, Source.REPORTED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'response.created','response':{'status':'queued'}}",
                "{'type':'response.queued','response':{'status':'queued'}}",
                "{'type':'response.reasoning_text.delta','delta':'no'}",
                "{'type':'response.reasoning_summary_text.delta','delta':'no'}",
                "{'type':'response.reasoning_summary_part.added','part':{'type':'summary_text','text':'no'}}",
                "{'type':'response.function_call_arguments.delta','delta':'no'}",
                "{'type':'response.something_new','delta':'no'}",
                "{'other':1}"
            })
    void lifeCycleAndReasoningAreNoContentAndWhatIsNewMeansNothing(String event) {
        read(event);

        assertThat(signals.text()).isEmpty();
        assertThat(signals.words()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max_output_tokens | answered LENGTH",
                "content_filter | because content_filter, answered REFUSAL",
                "steered | because steered, answered LENGTH"
            })
    void anIncompleteAnswerSaysWhy(String why, String words) {
        read("{'type':'response.incomplete','response':{'status':'incomplete','incomplete_details':{'reason':'" + why
                + "'},'usage':null}}");

        assertThat(String.join(", ", signals.words())).isEqualTo(words + ", end");
        assertThat(signals.usage()).isEmpty();
    }

    @Test
    void aRefusalIsShownAndNamed() {
        read("{'type':'response.refusal.delta','delta':'I cannot '}");
        read("{'type':'response.refusal.delta','delta':'help.'}");
        read("{'type':'response.refusal.done','refusal':'I cannot help.'}");
        read("{'type':'response.completed','response':{'status':'completed'}}");

        assertThat(signals.text()).isEqualTo("I cannot help.");
        assertThat(signals.words()).containsExactly("answered REFUSAL", "end");
    }

    @ParameterizedTest
    @CsvSource({
        "server_error, error /server_error",
        "rate_limit_exceeded, error /rate_limit_exceeded",
        "invalid_prompt, error /invalid_prompt"
    })
    void aFailedAnswerIsAnErrorByItsCode(String code, String word) {
        read("{'type':'response.failed','response':{'status':'failed','error':{'code':'" + code
                + "','message':'x'},'usage':null}}");

        assertThat(signals.words()).startsWith(word);
    }

    @Test
    void aFailureByPolicyIsARefusal() {
        read("{'type':'response.failed','response':{'status':'failed','error':{'code':'bio_policy','message':'x'}}}");

        assertThat(signals.words()).containsExactly("because bio_policy", "answered REFUSAL", "end");
    }

    @Test
    void usageOfAFailedAnswerIsToldBeforeItsError() {
        read("{'type':'response.failed','response':{'status':'failed','error':{'code':'server_error'},"
                + "'usage':{'input_tokens':12,'output_tokens':9}}}");

        assertThat(signals.usage()).hasValue(new TokenUsage(12, 0, 0, 0, 9, 0, Source.REPORTED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'error','code':'rate_limit_exceeded','message':'x','param':null,'sequence_number':1}"
                        + " | error /rate_limit_exceeded",
                "{'type':'error','error':{'type':'insufficient_quota','code':'insufficient_quota','message':'x'}}"
                        + " | error insufficient_quota/insufficient_quota",
                "{'error':{'type':'server_error','message':'x'}} | error server_error/"
            })
    void anErrorIsToldInAnyOfItsShapes(String event, String word) {
        read(event);

        assertThat(signals.words()).containsExactly(word);
    }

    @ParameterizedTest
    @CsvSource({"incomplete, answered LENGTH", "failed, error response_failed/", "cancelled, error response_cancelled/"
    })
    void aStatusThatIsWorseThanItsEventCounts(String status, String word) {
        read("{'type':'response.completed','response':{'status':'" + status + "'}}");

        assertThat(signals.words()).contains(word).doesNotContain("answered END");
    }

    @Test
    void textThatIsToldOnlyAtTheEndIsShown() {
        read("{'type':'response.completed','response':{'status':'completed','output':["
                + "{'type':'reasoning','content':[{'type':'reasoning_text','text':'no'}]},"
                + "{'type':'message','content':[{'type':'output_text','text':'Hello'}]}]}}");

        assertThat(signals.text()).isEqualTo("Hello");
    }

    @Test
    void theEndOfAnotherProtocolIsNoWordOnTheAnswer() {
        read("[DONE]");

        assertThat(signals.words()).containsExactly("end");
    }

    @Test
    void sequenceNumbersAreNotLookedAt() {
        read("{'type':'response.output_text.delta','sequence_number':9,'delta':'Hel'}");
        read("{'type':'response.output_text.delta','sequence_number':3,'delta':'lo'}");

        assertThat(signals.text()).isEqualTo("Hello");
    }
}
