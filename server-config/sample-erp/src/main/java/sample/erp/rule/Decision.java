package sample.erp.rule;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule that the ERP applied to a document, with what it looked at and what came of it. Screens and the assistant tell the
 * same trace, so nobody has to guess why something is stopped.
 *
 * @param rule the rule's number, such as {@code CR-01}
 * @param subject which part of the document it was applied to, such as a line's number; empty for all of it
 * @param statement the rule in words
 * @param liftedBy who may let it pass nevertheless
 * @param nextStep what to do now
 */
public record Decision(
        String rule,
        String subject,
        String statement,
        @Nullable Measure actual,
        @Nullable Measure limit,
        Outcome outcome,
        String liftedBy,
        String nextStep) {

    public Decision {
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(outcome, "outcome");
        if (!rule.matches("[A-Z]{2}-[0-9]{2}")) {
            throw new IllegalArgumentException("a rule has a number such as CR-01, not " + rule);
        }
    }

    /** Names the decision within its document. */
    public String key() {
        return subject.isEmpty() ? rule : rule + "-" + subject;
    }
}
