package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import erp.assistant.AssistantException;
import erp.assistant.evaluation.EvaluationCase;
import erp.assistant.evaluation.Expectation;
import erp.assistant.record.RecordRef;
import erp.assistant.report.EvaluationCases.Basis;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseRequestTest {

    private static final Basis BASIS = new Basis("anna", "sales-order", "4711", "why-blocked", "answer/2", "model-1");

    @Test
    void aCaseIsWhatTheAdminSays() {
        CaseRequest request = CaseRequest.parse("""
                {"feedback": "0f5c", "name": "Sperre", "question": "Warum ist er gesperrt?", "language": "de-AT",
                 "record": {"type": "customer", "id": "10017"}, "as": {"user": "carl", "roles": ["finance", "assistant-user"]},
                 "expected": [{"field": "overLimitBy"}, {"value": " 5.600,00 "}], "forbidden": [{"field": "margin"}], "refusal": true}""");
        EvaluationCase draft = request.draft(Optional.of(BASIS));

        assertThat(request.answer()).contains("0f5c");
        assertThat(draft.name()).isEqualTo("Sperre");
        assertThat(draft.questions()).containsOnlyKeys("de").containsValue("Warum ist er gesperrt?");
        assertThat(draft.record()).isEqualTo(new RecordRef("customer", "10017"));
        assertThat(draft.user()).isEqualTo("carl");
        assertThat(draft.roles()).containsExactlyInAnyOrder("finance", "assistant-user");
        assertThat(draft.expected())
                .containsExactly(new Expectation.FieldValue("overLimitBy"), new Expectation.Said("5.600,00"));
        assertThat(draft.forbidden()).containsExactly(new Expectation.FieldValue("margin"));
        assertThat(draft.refusal()).isTrue();
    }

    @Test
    void recordAndPersonAreThoseOfTheRatedAnswerUnlessTheAdminSaysOtherwise() {
        String question = "Why is it blocked? ".repeat(10);
        EvaluationCase draft = CaseRequest.parse("{\"feedback\": \"0f5c\", \"question\": \"" + question
                        + "\", \"language\": \"en\", \"as\": {\"roles\": [\"sales\"]}}")
                .draft(Optional.of(BASIS));

        assertThat(draft.record()).isEqualTo(new RecordRef("sales-order", "4711"));
        assertThat(draft.user()).isEqualTo("anna");
        assertThat(draft.roles()).containsExactly("sales");
        assertThat(draft.name()).hasSize(80).isEqualTo(question.substring(0, 80));
        assertThat(draft.expected()).isEmpty();
        assertThat(draft.refusal()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'language': 'en'}|needs question",
                "{'question': 'Why?'}|needs language",
                "{'question': 'Why?', 'language': 'en', 'as': {'user': 'anna'}}|needs a record",
                "{'question': 'Why?', 'language': 'en', 'record': {'type': 'a', 'id': '1'}}|user must be a login name",
                "{'question': 'Why?', 'language': '??', 'record': {'type': 'a', 'id': '1'}, 'as': {'user': 'anna'}}|language must be an ISO 639 code",
                "{'question': 'Why?', 'language': 'en', 'record': {'type': 'A B', 'id': '1'}, 'as': {'user': 'anna'}}|record type must be",
                "{'question': 'Why?', 'language': 'en', 'record': {'type': 'a', 'id': '1'}, 'as': {'user': 'anna', 'roles': 'x'}}|roles must be an array",
                "{'question': 'Why?', 'language': 'en', 'record': {'type': 'a', 'id': '1'}, 'as': {'user': 'anna'}, 'expected': [{}]}|either a field or a value",
                "{'question': 'Why?', 'language': 'en', 'record': {'type': 'a', 'id': '1'}, 'as': {'user': 'anna'}, 'expected': [{'field': 'a', 'value': '1'}]}|either a field or a value",
                "{'question': 'Why?', 'language': 'en', 'record': {'type': 'a', 'id': '1'}, 'as': {'user': 'anna'}, 'forbidden': [{'field': 'a b'}]}|field must be the id"
            })
    void whatIsWrongIsSaid(String body, String why) {
        String detail = catchThrowableOfType(
                        AssistantException.class,
                        () -> CaseRequest.parse(body.replace('\'', '"')).draft(Optional.empty()))
                .problem()
                .detail();

        assertThat(detail).contains(why);
    }
}
