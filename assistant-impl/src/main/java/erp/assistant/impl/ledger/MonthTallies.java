package erp.assistant.impl.ledger;

import erp.assistant.impl.ledger.Sums.AnswerKey;
import erp.assistant.impl.ledger.Sums.AnswerSum;
import erp.assistant.impl.ledger.Sums.AttemptKey;
import erp.assistant.impl.ledger.Sums.AttemptSum;
import erp.assistant.impl.ledger.Sums.LatencyKey;
import erp.assistant.report.MonthlyMetrics.Slice;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A month's slices by each dimension and by day, added up from sums. Not safe for use by several threads. */
final class MonthTallies implements RollupTable.Visitor {

    private static final String DAY = "day";

    private final Currency currency;
    private final Map<Dimension, SortedMap<String, SliceTally>> slices = new EnumMap<>(Dimension.class);
    private final SortedMap<String, SliceTally> days = new TreeMap<>();
    private final Dimension focus;
    private final String focused;

    MonthTallies(Currency currency) {
        this(currency, Dimension.WHOLE, "");
    }

    /** Days and whole are of one slice of a dimension alone. */
    MonthTallies(Currency currency, Dimension focus, String focused) {
        this.currency = currency;
        this.focus = focus;
        this.focused = focused;
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
        if (dimension == Dimension.DETAIL || dimension == Dimension.COMBINATION) {
            return;
        }
        adding.accept(tally(of(dimension), slice));
        if (dimension == focus && slice.equals(focused)) {
            adding.accept(tally(days, day));
        }
    }

    private SortedMap<String, SliceTally> of(Dimension dimension) {
        return slices.computeIfAbsent(dimension, any -> new TreeMap<>());
    }

    private SliceTally tally(SortedMap<String, SliceTally> of, String key) {
        return of.computeIfAbsent(key, any -> new SliceTally(currency));
    }

    SliceTally whole() {
        return tally(of(focus), focused);
    }

    /** By the name of the dimension in reports; each sorted by key. */
    Map<String, List<Slice>> by() {
        Map<String, List<Slice>> by = new HashMap<>();
        for (Dimension dimension : Dimension.values()) {
            dimension.key().ifPresent(key -> by.put(key, slices(of(dimension))));
        }
        by.put(DAY, byDay());
        return by;
    }

    List<Slice> byDay() {
        return slices(days);
    }

    private static List<Slice> slices(SortedMap<String, SliceTally> tallies) {
        return tallies.entrySet().stream()
                .map(entry -> entry.getValue().slice(entry.getKey()))
                .toList();
    }
}
