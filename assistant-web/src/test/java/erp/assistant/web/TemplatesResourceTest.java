package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import erp.assistant.AnswerEvent.SentValue;
import erp.assistant.AssistantException;
import erp.assistant.Question;
import erp.assistant.RecordContext.LeftOut;
import erp.assistant.chat.Prompt;
import erp.assistant.chat.Turn;
import erp.assistant.record.Asker;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Withheld;
import erp.assistant.report.PromptTemplates;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesResourceTest {

    private static final Asker ADAM = new Asker("adam", role -> true, Locale.ENGLISH);
    private static final String ORDER =
            "\"record\": {\"type\": \"sales-order\", \"id\": \"4711\"}, \"question\": \"Why?\"";

    private final TemplatesResource resource = new TemplatesResource(new PromptTemplates() {
        @Override
        public State state() {
            return new State(
                    Optional.empty(),
                    List.of(new Family(
                            "answer",
                            "answer/4~9f31c2",
                            true,
                            List.of(new Version(4, "answer/4~9f31c2", false, "answer-4.txt", true, false, "Rhyme.")))),
                    List.of(new Fault("answer-5.txt", "answer-5.txt is empty")));
        }

        @Override
        public Rendering render(String admin, Question question, Map<String, Integer> versions) {
            assertThat(admin).isEqualTo("adam");
            Asker as = question.asker();
            Prompt prompt = new Prompt(
                    "data/1+answer/" + versions.getOrDefault("answer", 4),
                    "system of " + question.action(),
                    "as " + as.name() + " sales " + as.hasRole("sales") + " admin " + as.hasRole("assistant-admin"),
                    question.text(),
                    List.of(),
                    as.language(),
                    412,
                    List.of(new Turn(Turn.Role.USER, "before"), new Turn(Turn.Role.ASSISTANT, "said")));
            return new Rendering(
                    question.about(),
                    "Sales order 4711",
                    prompt,
                    120,
                    List.of(new SentValue("clerk", "Clerk", true)),
                    2,
                    List.of(new LeftOut("bank", "Bank", "secret")),
                    List.of(new Withheld("margin", "Margin", "needs the role controller")));
        }
    });

    private String render(String body) {
        return resource.render(RenderRequest.parse(body), ADAM);
    }

    @Test
    void templatesAreToldWithVersionsAndFaults() {
        assertThat(resource.state()).isEqualTo("""
                {"folder":null,"templates":[{"name":"answer","use":"base","inUse":"answer/4~9f31c2","pinned":true,\
                "versions":[{"version":4,"template":"answer/4~9f31c2","origin":"folder","file":"answer-4.txt",\
                "inUse":true,"shadowed":false,"text":"Rhyme."}]}],\
                "faults":[{"file":"answer-5.txt","problem":"answer-5.txt is empty"}]}""");
    }

    @Test
    void aPromptIsToldWholeAndAsWhomItWasWritten() {
        assertThat(render("{" + ORDER + ", \"action\": \"summary\", \"user\": \"anna\", \"roles\": [\"sales\"],"
                        + " \"versions\": {\"answer\": 3}}"))
                .isEqualTo("""
                {"record":{"type":"sales-order","id":"4711","label":"Sales order 4711"},\
                "as":{"user":"anna","roles":["sales"]},"template":"data/1+answer/3","system":"system of summary",\
                "turns":[{"role":"user","text":"before"},{"role":"assistant","text":"said"}],\
                "user":"as anna sales true admin false","estimatedTokens":412,"estimatedSystemTokens":120,\
                "language":"en","sent":[{"id":"clerk","label":"Clerk","masked":true}],"rows":2,\
                "leftOut":[{"id":"bank","label":"Bank","reason":"secret"}],\
                "withheld":[{"id":"margin","label":"Margin","reason":"needs the role controller"}]}""");
    }

    @Test
    void aPromptAboutAListIsAskedForLikeAQuestionAboutOne() {
        RenderRequest request =
                RenderRequest.parse("{\"list\": {\"type\": \"sales-order\", \"query\": \"status=LATE&sort=-due\"},"
                        + " \"question\": \"Which first?\", \"action\": \"which-late\"}");
        Question question = request.question(ADAM);

        assertThat(question.about()).isEqualTo(RecordRef.ofList("sales-order"));
        assertThat(question.list()).hasValue(ListWords.of("status=LATE&sort=-due"));
        assertThat(question.action()).isEqualTo("which-late");
        assertThat(resource.render(request, ADAM)).startsWith("{\"record\":{\"type\":\"sales-order\",\"id\":\"\",");
    }

    @Test
    void itIsAboutARecordOrAList() {
        assertThat(catchThrowableOfType(
                                AssistantException.class,
                                () -> render("{" + ORDER + ", \"list\": {\"type\": \"sales-order\"}}"))
                        .problem()
                        .detail())
                .startsWith("The body has a record and a list.");
        assertThat(catchThrowableOfType(AssistantException.class, () -> render("{\"question\": \"Why?\"}"))
                        .problem()
                        .detail())
                .contains("record");
    }

    @Test
    void withoutAUserTheAdminsOwnRightsAreUsed() {
        assertThat(render("{" + ORDER + "}"))
                .contains("\"as\":{\"user\":\"adam\",\"roles\":null}", "as adam sales true admin true");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "roles": ["sales"]                   | The body has roles and no user; they are those of the user.
                    "user": "anna", "roles": "sales"     | The body's roles must be an array of texts
                    "user": "anna", "roles": [1]         | The body's roles must be an array of texts
                    "user": "an\\u0007na"                | user must be the login of the person
                    "versions": {"answer": "3"}          | The body's versions must be an object of whole numbers
                    "versions": {"answer": 3.5}          | The body's versions must be an object of whole numbers
                    "versions": 3                        | The body's versions must be an object of whole numbers
                    """)
    void whatIsWrongIsSaid(String more, String detail) {
        assertThat(catchThrowableOfType(AssistantException.class, () -> render("{" + ORDER + ", " + more + "}"))
                        .problem()
                        .detail())
                .startsWith(detail);
    }
}
