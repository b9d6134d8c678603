package erp.assistant.impl.ledger;

import erp.assistant.impl.ledger.PriceFile.Entry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows that price one name of a model one after the other: they leave out no day in between, no price jumps as only a slip
 * makes it jump, and a price for long requests stands above one for all.
 */
final class PriceSequence {

    /** The steepest fall of a list price that was seen is to a fifth, in July 2026. */
    private static final BigDecimal JUMP = BigDecimal.valueOf(20);

    private static final BigDecimal TIER = BigDecimal.TEN;

    private record Key(String provider, ModelPattern model, String serviceTier, long aboveTokens) {
        Key base() {
            return new Key(provider, model, serviceTier, 0);
        }
    }

    private PriceSequence() {}

    /** Refuses the rows, naming a line and what is allowed. */
    static void check(List<Entry> entries) {
        Map<Key, List<Entry>> sequences = new LinkedHashMap<>();
        for (Entry entry : entries) {
            PriceRow row = entry.row();
            for (ModelPattern model : row.models().patterns()) {
                Key key = new Key(row.models().provider(), model, row.serviceTier(), row.aboveTokens());
                sequences.computeIfAbsent(key, any -> new ArrayList<>()).add(entry);
            }
        }
        sequences.values().forEach(sequence -> {
            sequence.sort(Comparator.comparing(entry -> entry.row().validity().first()));
            for (int i = 1; i < sequence.size(); i++) {
                follows(sequence.get(i - 1), sequence.get(i));
            }
        });
        sequences.forEach((key, sequence) -> {
            if (key.aboveTokens() > 0) {
                sequence.forEach(entry -> standsOn(sequences.getOrDefault(key.base(), List.of()), entry));
            }
        });
    }

    private static void follows(Entry earlier, Entry later) {
        LocalDate next = later.row().validity().first();
        // Rows that overlap were refused before: the earlier one ends.
        LocalDate due = earlier.row().validity().last().orElse(next).plusDays(1);
        if (due.isBefore(next)) {
            throw later.line()
                    .error("begins on " + next + ", but line " + earlier.line().number() + " ends on "
                            + due.minusDays(1) + ": from " + due + " to " + next.minusDays(1)
                            + " there is no price; let one end the day before the other begins");
        }
        for (PriceClass priceClass : PriceClass.values()) {
            BigDecimal before = earlier.row().prices().get(priceClass);
            BigDecimal after = later.row().prices().get(priceClass);
            if (before == null || after == null) {
                continue;
            }
            if (after.compareTo(before.multiply(JUMP)) > 0 || before.compareTo(after.multiply(JUMP)) > 0) {
                throw later.line()
                        .error(priceClass.column() + " goes from " + before.toPlainString() + " in line "
                                + earlier.line().number() + " to " + after.toPlainString()
                                + ": is it for another number of tokens? Allowed is a twentieth to twenty times");
            }
        }
    }

    private static void standsOn(List<Entry> bases, Entry above) {
        Validity validity = above.row().validity();
        String same = "; add one with above_tokens 0 for the same provider, model, service_tier and days";
        for (LocalDate day = validity.first(); ; ) {
            Entry base = on(bases, day)
                    .orElseThrow(() -> above.line()
                            .error("is for requests above " + above.row().aboveTokens()
                                    + " tokens, but there is no row for shorter ones on all of its days" + same));
            tiers(base, above);
            Optional<LocalDate> end = base.row().validity().last();
            if (end.isEmpty() || validity.endsBefore(end.get().plusDays(1))) {
                return;
            }
            day = end.get().plusDays(1);
        }
    }

    private static Optional<Entry> on(List<Entry> bases, LocalDate day) {
        return bases.stream()
                .filter(base -> base.row().validity().includes(day))
                .findFirst();
    }

    private static void tiers(Entry base, Entry above) {
        for (PriceClass priceClass : PriceClass.values()) {
            BigDecimal price = above.row().prices().get(priceClass);
            BigDecimal shorter = base.row().prices().get(priceClass);
            if (price != null
                    && shorter != null
                    && priceClass.isTokens()
                    && (price.compareTo(shorter) < 0 || price.compareTo(shorter.multiply(TIER)) > 0)) {
                throw above.line()
                        .error(priceClass.column() + " '" + price.toPlainString()
                                + "' for long requests must be once to"
                                + " ten times the " + shorter.toPlainString() + " of line "
                                + base.line().number());
            }
        }
    }
}
