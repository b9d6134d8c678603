package erp.assistant.impl.ledger;

import erp.assistant.impl.ledger.Sums.AnswerKey;
import erp.assistant.impl.ledger.Sums.AnswerSum;
import erp.assistant.impl.ledger.Sums.AttemptKey;
import erp.assistant.impl.ledger.Sums.AttemptSum;
import erp.assistant.impl.ledger.Sums.LatencyKey;
import java.util.function.Consumer;

/** Adds sums to tallies of slices, of which its kinds say which. */
abstract class Tallies implements RollupTable.Visitor {

    /** Does the adding to each tally that a slice of a day belongs to. */
    abstract void add(String day, Dimension dimension, String slice, Consumer<SliceTally> adding);

    @Override
    public final void attempts(String day, AttemptKey key, AttemptSum sum) {
        add(day, key.dimension(), key.slice(), tally -> tally.addAttempts(key, sum));
    }

    @Override
    public final void answers(String day, AnswerKey key, AnswerSum sum) {
        add(day, key.dimension(), key.slice(), tally -> tally.addAnswers(key, sum));
    }

    @Override
    public final void latencies(String day, LatencyKey key, String sketch) {
        add(day, key.dimension(), key.slice(), tally -> tally.addLatencies(key.phase(), sketch));
    }
}
