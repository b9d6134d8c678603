package erp.assistant.impl.ledger;

import erp.assistant.impl.ledger.Dimension.Facets;
import erp.assistant.impl.ledger.Sums.AnswerKey;
import erp.assistant.impl.ledger.Sums.AnswerSum;
import erp.assistant.impl.ledger.Sums.AttemptKey;
import erp.assistant.impl.ledger.Sums.AttemptSum;
import erp.assistant.impl.ledger.Sums.LatencyKey;
import erp.assistant.report.MonthlyMetrics.Slice;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What of a month a filter lets through, by day, added up from the sums of combinations. Not safe for use by several threads. */
final class CombinedTally implements RollupTable.Visitor {

    private final Currency currency;
    private final Filter filter;
    private final SliceTally whole;
    private final SortedMap<String, SliceTally> days = new TreeMap<>();

    CombinedTally(Currency currency, Filter filter) {
        this.currency = currency;
        this.filter = filter;
        this.whole = new SliceTally(currency);
    }

    @Override
    public void attempts(String day, AttemptKey key, AttemptSum sum) {
        to(day, key.dimension(), key.slice(), tally -> tally.addAttempts(key, sum));
    }

    @Override
    public void answers(String day, AnswerKey key, AnswerSum sum) {
        to(day, key.dimension(), key.slice(), tally -> tally.addAnswers(key, sum));
    }

    @Override
    public void latencies(String day, LatencyKey key, String sketch) {
        to(day, key.dimension(), key.slice(), tally -> tally.addLatencies(key.phase(), sketch));
    }

    private void to(String day, Dimension dimension, String slice, Consumer<SliceTally> adding) {
        if (dimension == Dimension.COMBINATION && filter.matches(Facets.combined(slice))) {
            adding.accept(whole);
            adding.accept(days.computeIfAbsent(day, any -> new SliceTally(currency)));
        }
    }

    SliceTally whole() {
        return whole;
    }

    List<Slice> byDay() {
        return days.entrySet().stream()
                .map(entry -> entry.getValue().slice(entry.getKey()))
                .toList();
    }
}
