package sample.erp.stock;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Why the value of an item's stock changed over a month, in EUR: the effects add up to the change.
 *
 * @param priceEffect of valuing what was there at the new cost
 * @param quantityEffect of receipts and issues, at the new cost
 * @param adjustments of differences found by counting, at the new cost
 */
public record ValueBridge(
        LocalDate firstDay,
        int openingQuantity,
        BigDecimal openingCost,
        BigDecimal openingValue,
        BigDecimal priceEffect,
        BigDecimal quantityEffect,
        BigDecimal adjustments,
        int closingQuantity,
        BigDecimal closingCost,
        BigDecimal closingValue,
        BigDecimal change) {

    /**
     * The bridge of one month.
     *
     * @param costs what the item is valued at, at least one of them from before the month
     * @param firstDay of the month
     */
    public static ValueBridge of(List<StockMovement> movements, List<ItemCost> costs, LocalDate firstDay) {
        LocalDate after = firstDay.plusMonths(1);
        BigDecimal before = cost(costs, firstDay.minusDays(1));
        BigDecimal now = cost(costs, after.minusDays(1));
        int opening = sum(movements, move -> move.movedOn().isBefore(firstDay));
        Predicate<StockMovement> inMonth =
                move -> !move.movedOn().isBefore(firstDay) && move.movedOn().isBefore(after);
        int counted = sum(movements, inMonth.and(ValueBridge::isCount));
        int moved = sum(movements, inMonth.and(move -> !isCount(move)));
        int closing = opening + moved + counted;
        return new ValueBridge(
                firstDay,
                opening,
                before,
                times(before, opening),
                times(now.subtract(before), opening),
                times(now, moved),
                times(now, counted),
                closing,
                now,
                times(now, closing),
                times(now, closing).subtract(times(before, opening)));
    }

    /** What a piece was valued at on a day. */
    public static BigDecimal cost(List<ItemCost> costs, LocalDate on) {
        return costs.stream()
                .filter(cost -> !cost.validFrom().isAfter(on))
                .max(Comparator.comparing(ItemCost::validFrom))
                .map(ItemCost::cost)
                .orElse(new BigDecimal("0.00"));
    }

    private static boolean isCount(StockMovement move) {
        return move.kind() == StockMovement.Kind.COUNT_DIFFERENCE;
    }

    private static int sum(List<StockMovement> movements, Predicate<StockMovement> which) {
        return movements.stream()
                .filter(which)
                .mapToInt(StockMovement::quantity)
                .sum();
    }

    private static BigDecimal times(BigDecimal cost, int quantity) {
        return cost.multiply(BigDecimal.valueOf(quantity));
    }
}
