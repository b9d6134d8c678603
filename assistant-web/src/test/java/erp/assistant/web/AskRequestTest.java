package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.FormValue;
import erp.assistant.Problem;
import erp.assistant.Question;
import erp.assistant.record.Asker;
import erp.assistant.record.RecordRef;
import erp.assistant.web.AskRequest.FormInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskRequestTest {

    private static final String EXAMPLE =
            "{\"question\": \"Why is this order late?\", \"record\": {\"type\": \"sales-order\", \"id\": \"4711\"}}";
    private static final Asker ANNA = new Asker("anna", role -> true, Locale.ENGLISH);

    @Test
    void aWholeBodyBecomesAQuestion() {
        AskRequest asked = AskRequest.parse("""
                {"question": "Warum \\u2028 \\"spät\\"?", "record": {"type": "sales-order", "id": "4711"},
                 "action": "why-late", "conversation": "c1", "language": "de"}""");

        assertThat(asked)
                .isEqualTo(new AskRequest(
                        "Warum \u2028 \"spät\"?",
                        "sales-order",
                        "4711",
                        "why-late",
                        "de",
                        List.of(),
                        false,
                        "c1",
                        Optional.empty()));
        assertThat(asked.question(ANNA))
                .isEqualTo(new Question(
                        ANNA,
                        "Warum \u2028 \"spät\"?",
                        new RecordRef("sales-order", "4711"),
                        "why-late",
                        List.of(),
                        false,
                        "c1"));
    }

    @Test
    void unsavedFormValuesAndTheWishForAnotherAnswerAreTakenAlong() {
        Question question = AskRequest.parse(EXAMPLE.replaceFirst(
                        "\\{",
                        "{\"formValues\":[{\"label\":\"Requested\",\"value\":\"11 December\"},{\"label\":\"Note\"}],"
                                + "\"again\":true,"))
                .question(ANNA);

        assertThat(question.formValues())
                .containsExactly(new FormValue("Requested", "11 December"), new FormValue("Note", ""));
        assertThat(question.again()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'formValues':{}                          | The body's formValues must be an array of objects.",
                "'formValues':['Requested']               | The body's formValues must be an array of objects.",
                "'again':'yes'                            | The body needs again as true or false, such as in "
            })
    void formValuesOfAnotherKindAreRefused(String member, String detail) {
        String body = EXAMPLE.replaceFirst("\\{", "{" + member.replace('\'', '"') + ",");

        assertThat(Refusals.of(() -> AskRequest.parse(body)).detail()).startsWith(detail);
    }

    @Test
    void tooManyOrTooLongFormValuesAreRefused() {
        assertThat(detail(asking(Collections.nCopies(21, new FormInput("Note", "x")))))
                .isEqualTo("The request is not valid: question must have at most 20 form values.");
        assertThat(detail(asking(List.of(new FormInput("Note", "x".repeat(501))))))
                .isEqualTo("The request is not valid: form value must have at most 500 characters.");
        assertThat(detail(asking(List.of(new FormInput("x".repeat(81), "")))))
                .isEqualTo("The request is not valid: label of a form value must have 1 to 80 characters.");
    }

    @Test
    void actionAndLanguageMayBeLeftOutOrNull() {
        AskRequest asked = AskRequest.parse(
                "{\"question\":\"Why?\",\"record\":{\"type\":\"sales-order\",\"id\":\"4711\"},\"action\":null}");

        assertThat(asked.action()).isEmpty();
        assertThat(asked.language()).isEmpty();
    }

    @Test
    void theExampleThatHelpsIsItselfUnderstood() {
        assertThat(AskRequest.parse(EXAMPLE).question(ANNA).text()).isEqualTo("Why is this order late?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[]", "\"text\"", "{\"question\":"})
    void whatIsNotOneJsonObjectIsSaid(String body) {
        refused(body, "The body is not a JSON object. Send one such as " + EXAMPLE + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"record\":"})
    void aBodyNestedWithoutEndIsRefusedLikeAnyOther(String opening) {
        refused(opening.repeat(3_000), "The body is not a JSON object. Send one such as " + EXAMPLE + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"question\":\"Why?\"}", "{\"record\":null}", "{\"record\":\"4711\"}", "{\"record\":[]}"})
    void aMissingRecordIsSaid(String body) {
        refused(body, "The body needs a record, such as " + EXAMPLE + ".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'record':{'type':'sales-order','id':'4711'}}                        | question",
                "{'question':'','record':{'type':'sales-order','id':'4711'}}          | question",
                "{'question':null,'record':{'type':'sales-order','id':'4711'}}        | question",
                "{'question':'Why?','record':{'id':'4711'}}                           | type",
                "{'question':'Why?','record':{'type':'sales-order'}}                  | id"
            })
    void aMissingTextIsNamed(String body, String name) {
        refused(body.replace('\'', '"'), "The body needs " + name + " as a text, such as in " + EXAMPLE + ".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'question':4711,'record':{'type':'sales-order','id':'4711'}}                     | question",
                "{'question':'Why?','record':{'type':'sales-order','id':4711}}                     | id",
                "{'question':'Why?','record':{'type':['x'],'id':'4711'}}                           | type",
                "{'question':'Why?','record':{'type':'sales-order','id':'4711'},'action':{}}       | action",
                "{'question':'Why?','record':{'type':'sales-order','id':'4711'},'language':true}   | language"
            })
    void aValueOfAnotherKindIsNamed(String body, String name) {
        refused(body.replace('\'', '"'), "The body's " + name + " must be a text, such as in " + EXAMPLE + ".");
    }

    @Test
    void whatTheQuestionItselfRefusesIsPassedOn() {
        assertThat(detail(asking(" ", "sales-order", "4711")))
                .isEqualTo("The request is not valid: question must have 1 to 4000 characters.");
        assertThat(detail(asking("x".repeat(4_001), "sales-order", "4711")))
                .isEqualTo("The request is not valid: question must have 1 to 4000 characters.");
        assertThat(detail(asking("Why?", "Sales Order", "4711")))
                .startsWith("The request is not valid: record type must be lower case words");
        assertThat(detail(asking("Why?", "sales-order", "47\n11")))
                .startsWith("The request is not valid: record id must have 1 to 128 characters");
    }

    @Test
    void theLongestQuestionFitsEvenIfEveryCharacterIsEscaped() throws IOException {
        String body = EXAMPLE.replace("Why is this order late?", "\\u00e4".repeat(Question.MAX_LENGTH));

        AskRequest asked = AskRequest.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));

        assertThat(asked.question(ANNA).text()).isEqualTo("ä".repeat(Question.MAX_LENGTH));
    }

    @Test
    void aBodyBeyondTheLimitIsNotReadToItsEnd() {
        ByteArrayInputStream endless = new ByteArrayInputStream(new byte[1_000_000]);

        Problem problem = Refusals.of(() -> AskRequest.read(endless));

        assertThat(problem)
                .isEqualTo(Problem.of(
                        Problem.Code.TOO_LARGE, "The request is too long. Ask a question of at most 4000 characters."));
        assertThat(endless.available()).isGreaterThan(900_000);
    }

    private static AskRequest asking(List<FormInput> typed) {
        return new AskRequest("Why?", "sales-order", "4711", "", "", typed, false, "", Optional.empty());
    }

    private static AskRequest asking(String question, String type, String id) {
        return new AskRequest(question, type, id, "", "", List.of(), false, "", Optional.empty());
    }

    private static String detail(AskRequest asked) {
        Problem problem = Refusals.of(() -> asked.question(ANNA));
        assertThat(problem.code()).isEqualTo(Problem.Code.QUESTION_INVALID);
        return problem.detail();
    }

    private static void refused(String body, String detail) {
        assertThat(Refusals.of(() -> AskRequest.parse(body)))
                .isEqualTo(Problem.of(Problem.Code.QUESTION_INVALID, detail));
    }
}
