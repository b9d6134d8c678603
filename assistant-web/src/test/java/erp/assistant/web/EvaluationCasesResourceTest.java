package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.evaluation.EvaluationCase;
import erp.assistant.evaluation.Expectation;
import erp.assistant.record.RecordRef;
import erp.assistant.report.EvaluationCases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvaluationCasesResourceTest {

    private static final String CASE = """
            {"id":"c1","set":"stored","name":"Why is it blocked?","questions":{"en":"Why is it blocked?"},\
            "record":{"type":"sales-order","id":"4711"},"as":{"user":"anna","roles":["assistant-user","sales"]},\
            "expected":[{"field":"overLimitBy"},{"value":"5.600,00"}],"forbidden":[],"refusal":false,"feedback":"0f5c",\
            "basis":{"action":"why-blocked","template":"answer/2","model":"model-1"},"createdAt":"2026-11-20T10:00:00Z",\
            "createdBy":"adam"}""";

    private final Book book = new Book();
    private final EvaluationCasesResource resource = new EvaluationCasesResource(book);

    @Test
    void aBadAnswerBecomesACase() {
        String json = resource.store(CaseRequest.parse("""
                {"feedback": "0f5c", "question": "Why is it blocked?", "language": "en", "as": {"roles": ["sales", "assistant-user"]},
                 "expected": [{"field": "overLimitBy"}, {"value": "5.600,00"}]}"""), "adam");

        assertThat(json).isEqualTo(CASE);
        assertThat(resource.cases())
                .startsWith("{\"sets\":[{\"name\":\"erp\",\"cases\":1},{\"name\":\"stored\",\"cases\":1}],"
                        + "\"languages\":[\"de\",\"en\"],\"cases\":[" + CASE)
                .contains("\"id\":\"erp:1\"", "\"feedback\":null,\"basis\":null,\"createdAt\":null,\"createdBy\":null");
    }

    @Test
    void aShippedCaseIsNotDeleted() {
        assertThat(catchThrowableOfType(AssistantException.class, () -> resource.delete("erp:1"))
                        .problem()
                        .code())
                .isEqualTo(Problem.Code.RECORD_NOT_AVAILABLE);
    }

    private static final class Book implements EvaluationCases {

        private final List<Entry> stored = new ArrayList<>();

        @Override
        public List<Entry> cases() {
            List<Entry> all = new ArrayList<>(stored);
            all.add(new Entry(
                    "erp:1",
                    "erp",
                    new EvaluationCase(
                            "1",
                            "Late",
                            Map.of("de", "Warum?"),
                            new RecordRef("sales-order", "4711"),
                            "anna",
                            Set.of(),
                            List.of(new Expectation.FieldValue("a")),
                            List.of(),
                            false),
                    Optional.empty()));
            return all;
        }

        @Override
        public Entry store(EvaluationCase draft, Optional<String> answer, String by) {
            Entry entry = new Entry(
                    "c1",
                    STORED,
                    draft.with("c1"),
                    Optional.of(new Stored(
                            Instant.parse("2026-11-20T10:00:00Z"), by, answer, answer.flatMap(this::basis))));
            stored.add(entry);
            return entry;
        }

        @Override
        public Optional<Basis> basis(String answer) {
            return Optional.of(new Basis("anna", "sales-order", "4711", "why-blocked", "answer/2", "model-1"));
        }

        @Override
        public boolean delete(String id) {
            return false;
        }
    }
}
