package erp.assistant.record;

import java.util.List;
import java.util.Objects;

/**
 * A rule that the ERP applied to a record, and what came of it: the answer to "why is it blocked?". A source attaches what the
 * ERP decided with {@link BusinessRecord.Builder#decisions}; the model words it and decides nothing.
 *
 * @param key identifies the decision within the record: letters, digits and dashes, such as {@code CR-01} or, for line 20,
 *     {@code IM-01-20}; a part is cited as {@code decisions.CR-01.limit}
 * @param rule the rule in words
 * @param actual what the rule looked at; {@link Value.Missing} if it is no figure
 * @param limit what it was compared with; {@link Value.Missing} if there is none
 * @param liftedBy who may let it pass nevertheless
 * @param nextStep what to do now
 */
public record Decision(
        String key, String rule, Value actual, Value limit, Outcome outcome, String liftedBy, String nextStep) {

    /** The id of the rows in which a record's decisions stand. */
    public static final String ROWS = "decisions";

    /** What came of a rule. */
    public enum Outcome {
        PASSED("passed"),
        WARNED("to be looked at"),
        STOPPED("stopped");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }
    }

    public Decision {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(actual, "actual");
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(liftedBy, "liftedBy");
        Objects.requireNonNull(nextStep, "nextStep");
    }

    /**
     * The decisions as rows. Each is a computed fact, but one that let the record pass: it explains nothing that was not asked. What a
     * rule compares is confidential.
     */
    static Rows rows(List<Decision> decisions) {
        return new Rows(
                ROWS, "Rules applied", decisions.stream().map(Decision::row).toList(), decisions.size(), List.of());
    }

    private Rows.Row row() {
        return new Rows.Row(
                key,
                List.of(
                        fact("rule", "Rule " + key, BusinessRecord.Builder.text(rule)),
                        fact("outcome", "Outcome", new Value.Text(outcome.label)),
                        fact("actual", "Actual", actual).as(Sensitivity.CONFIDENTIAL),
                        fact("limit", "Limit", limit).as(Sensitivity.CONFIDENTIAL),
                        fact("liftedBy", "May be lifted by", BusinessRecord.Builder.text(liftedBy)),
                        fact("nextStep", "Next step", BusinessRecord.Builder.text(nextStep))));
    }

    private Field fact(String id, String label, Value value) {
        return Field.of(id, label, value).as(outcome == Outcome.PASSED ? Importance.NORMAL : Importance.FACT);
    }
}
