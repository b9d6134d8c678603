package erp.assistant.impl.ledger;

import erp.assistant.Cost;
import erp.assistant.report.Rerating.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Adds up the costs of attempts before and after. Not safe for use by several threads. */
final class RerateTally {

    private record Key(String model, String currency) {}

    private static final class Sums {
        private long attempts;
        private long changed;
        private long before;
        private long after;
        private long unpricedBefore;
        private long unpricedAfter;
    }

    private final Map<Key, Sums> models =
            new TreeMap<>(Comparator.comparing(Key::model).thenComparing(Key::currency));
    private final Map<Key, Sums> totals =
            new TreeMap<>(Comparator.comparing(Key::model).thenComparing(Key::currency));

    void add(PricedAttempt attempt, Optional<Long> after) {
        String currency = attempt.currency().getCurrencyCode();
        for (Sums sums : List.of(
                models.computeIfAbsent(new Key(attempt.model(), currency), any -> new Sums()),
                totals.computeIfAbsent(new Key("", currency), any -> new Sums()))) {
            sums.attempts++;
            sums.changed += attempt.cost().equals(after) ? 0 : 1;
            sums.before = Math.addExact(sums.before, attempt.cost().orElse(0L));
            sums.after = Math.addExact(sums.after, after.orElse(0L));
            sums.unpricedBefore += attempt.cost().isEmpty() ? 1 : 0;
            sums.unpricedAfter += after.isEmpty() ? 1 : 0;
        }
    }

    List<Line> models() {
        return lines(models);
    }

    /** One for each currency. */
    List<Line> totals() {
        return lines(totals);
    }

    private static List<Line> lines(Map<Key, Sums> all) {
        List<Line> lines = new ArrayList<>();
        all.forEach((key, sums) -> {
            Currency currency = Currency.getInstance(key.currency());
            lines.add(new Line(
                    key.model(),
                    sums.attempts,
                    sums.changed,
                    new Cost(sums.before, currency),
                    new Cost(sums.after, currency),
                    sums.unpricedBefore,
                    sums.unpricedAfter));
        });
        return lines;
    }
}
