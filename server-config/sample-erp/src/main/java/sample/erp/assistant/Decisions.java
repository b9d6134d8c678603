package sample.erp.assistant;

import erp.assistant.record.Decision;
import erp.assistant.record.Value;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sample.erp.rule.Measure;

/** Writes the ERP's decision traces as the assistant's. */
final class Decisions {

    private Decisions() {}

    static List<Decision> of(List<sample.erp.rule.Decision> decisions) {
        return decisions.stream().map(Decisions::of).toList();
    }

    private static Decision of(sample.erp.rule.Decision decision) {
        return new Decision(
                decision.key(),
                decision.statement(),
                value(decision.actual()),
                value(decision.limit()),
                Decision.Outcome.valueOf(decision.outcome().name()),
                decision.liftedBy(),
                decision.nextStep());
    }

    private static Value value(@Nullable Measure measure) {
        if (measure == null) {
            return new Value.Missing();
        }
        if (measure.unit().equals("%")) {
            return new Value.Percent(measure.amount());
        }
        return measure.unit().matches("[A-Z]{3}")
                ? new Value.Money(measure.amount(), Currency.getInstance(measure.unit()))
                : new Value.Quantity(measure.amount(), measure.unit());
    }
}
