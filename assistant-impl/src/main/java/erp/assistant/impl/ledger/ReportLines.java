package erp.assistant.impl.ledger;

import erp.assistant.impl.ledger.Dimension.Facets;
import erp.assistant.report.MonthReport.Line;
import erp.assistant.report.MonthlyMetrics.Errors;
import erp.assistant.report.MonthlyMetrics.Slice;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The lines of a month's report, added up from sums in detail. Not safe for use by several threads. */
final class ReportLines extends Tallies {

    private record Key(String day, String organisation, String model, String recordType) {}

    private final Currency currency;
    private final SortedMap<Key, SliceTally> tallies = new TreeMap<>(Comparator.comparing(Key::day)
            .thenComparing(Key::organisation)
            .thenComparing(Key::model)
            .thenComparing(Key::recordType));

    ReportLines(Currency currency) {
        this.currency = currency;
    }

    @Override
    void add(String day, Dimension dimension, String slice, Consumer<SliceTally> adding) {
        if (dimension == Dimension.DETAIL) {
            adding.accept(tally(day, slice));
        }
    }

    private SliceTally tally(String day, String slice) {
        Facets facets = Facets.of(slice);
        return tallies.computeIfAbsent(
                new Key(day, facets.organisation(), facets.model(), facets.recordType()),
                any -> new SliceTally(currency));
    }

    List<Line> lines() {
        return tallies.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue().slice("")))
                .toList();
    }

    private static Line line(Key key, Slice slice) {
        Errors errors = slice.errors();
        return new Line(
                LocalDate.parse(key.day()),
                key.organisation(),
                key.model(),
                key.recordType(),
                errors.attempts(),
                errors.failedAttempts(),
                slice.cost().unpricedCalls(),
                slice.cost().amount(),
                errors.answers(),
                errors.failedAnswers(),
                slice.cost().cacheHits(),
                slice.cost().saved());
    }
}
