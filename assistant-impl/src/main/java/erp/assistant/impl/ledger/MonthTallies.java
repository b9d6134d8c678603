package erp.assistant.impl.ledger;

import erp.assistant.report.MonthlyMetrics.Slice;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A month as a whole, by day and by each dimension. Not safe for use by several threads. */
final class MonthTallies extends Tallies {

    private static final String DAY = "day";

    private final Currency currency;
    private final DayTallies days;
    private final Map<Dimension, SortedMap<String, SliceTally>> slices = new EnumMap<>(Dimension.class);

    MonthTallies(Currency currency) {
        this.currency = currency;
        this.days = DayTallies.of(currency, Dimension.WHOLE, "");
    }

    @Override
    void add(String day, Dimension dimension, String slice, Consumer<SliceTally> adding) {
        days.add(day, dimension, slice, adding);
        if (dimension.key().isPresent()) {
            adding.accept(of(dimension).computeIfAbsent(slice, any -> new SliceTally(currency)));
        }
    }

    private SortedMap<String, SliceTally> of(Dimension dimension) {
        return slices.computeIfAbsent(dimension, any -> new TreeMap<>());
    }

    SliceTally whole() {
        return days.whole();
    }

    /** By the name of the dimension in reports; each sorted by key. */
    Map<String, List<Slice>> by() {
        Map<String, List<Slice>> by = new HashMap<>();
        for (Dimension dimension : Dimension.values()) {
            dimension.key().ifPresent(key -> by.put(key, SliceTally.slices(of(dimension))));
        }
        by.put(DAY, days.byDay());
        return by;
    }
}
