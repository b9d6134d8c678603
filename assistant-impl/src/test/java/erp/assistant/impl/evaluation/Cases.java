package erp.assistant.impl.evaluation;

import erp.assistant.AnswerEvent.Figures;
import erp.assistant.evaluation.EvaluationCase;
import erp.assistant.evaluation.EvaluationSet;
import erp.assistant.evaluation.Expectation;
import erp.assistant.record.RecordRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Cases and replies for tests. */
final class Cases {

    static final RecordRef ORDER = new RecordRef("sales-order", "4711");

    private Cases() {}

    static EvaluationCase late(String id) {
        return new EvaluationCase(
                id,
                "Late " + id,
                Map.of("en", "Why is it late?", "de", "Warum ist es zu spät?"),
                ORDER,
                "anna",
                Set.of("assistant-user", "sales"),
                List.of(new Expectation.FieldValue("daysLate"), new Expectation.Said("Meyer")),
                List.of(new Expectation.FieldValue("margin"), new Expectation.Said("DE89")),
                false);
    }

    static EvaluationCase refused(String id) {
        return new EvaluationCase(
                id,
                "Refused " + id,
                Map.of("en", "Whose margin?"),
                ORDER,
                "vera",
                Set.of(),
                List.of(),
                List.of(),
                true);
    }

    static EvaluationSet set(String name, EvaluationCase... cases) {
        return new EvaluationSet() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<EvaluationCase> cases() {
                return List.of(cases);
            }
        };
    }

    static Reply reply(String text, Map<String, String> sent, String... cited) {
        return new Reply(
                text,
                sent,
                Set.of(cited),
                new Figures(2, List.of()),
                Optional.of("en"),
                false,
                "",
                1_000,
                100,
                Optional.of(2_000_000L),
                OptionalLong.of(700),
                2_000,
                "model-1",
                "answer/2");
    }
}
