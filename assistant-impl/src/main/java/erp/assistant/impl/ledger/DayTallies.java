package erp.assistant.impl.ledger;

import erp.assistant.impl.ledger.Dimension.Facets;
import erp.assistant.report.MonthlyMetrics.Slice;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/** A part of a month, as a whole and by day. Not safe for use by several threads. */
final class DayTallies extends Tallies {

    private final Currency currency;
    private final BiPredicate<Dimension, String> part;
    private final SliceTally whole;
    private final SortedMap<String, SliceTally> days = new TreeMap<>();

    private DayTallies(Currency currency, BiPredicate<Dimension, String> part) {
        this.currency = currency;
        this.part = part;
        this.whole = new SliceTally(currency);
    }

    /** Of one slice of a dimension. */
    static DayTallies of(Currency currency, Dimension dimension, String slice) {
        return new DayTallies(currency, (other, key) -> other == dimension && key.equals(slice));
    }

    /** Of what a filter lets through, from the sums of combinations. */
    static DayTallies of(Currency currency, Filter filter) {
        return new DayTallies(
                currency,
                (dimension, slice) -> dimension == Dimension.COMBINATION && filter.matches(Facets.combined(slice)));
    }

    @Override
    void add(String day, Dimension dimension, String slice, Consumer<SliceTally> adding) {
        if (part.test(dimension, slice)) {
            adding.accept(whole);
            adding.accept(days.computeIfAbsent(day, any -> new SliceTally(currency)));
        }
    }

    SliceTally whole() {
        return whole;
    }

    List<Slice> byDay() {
        return SliceTally.slices(days);
    }
}
