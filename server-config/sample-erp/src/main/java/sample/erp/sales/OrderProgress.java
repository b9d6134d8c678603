package sample.erp.sales;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an order has come on a day.
 *
 * @param percentDelivered of the ordered pieces, with one decimal
 * @param lateLines lines with open pieces promised before the day
 * @param oldestLateDays how long the latest of them is late; 0 if none is
 * @param earliestFull when the last open piece could leave, or {@code null} if nothing is open
 */
public record OrderProgress(
        BigDecimal percentDelivered,
        int openLines,
        int lateLines,
        long oldestLateDays,
        int orderedPieces,
        int deliveredPieces,
        int openPieces,
        @Nullable LocalDate earliestFull) {

    public static OrderProgress of(SalesOrder order, Collection<LineSupply> supplies, LocalDate today) {
        List<SalesOrderLine> lines = order.lines();
        int ordered = lines.stream().mapToInt(SalesOrderLine::quantity).sum();
        int delivered = lines.stream().mapToInt(SalesOrderLine::delivered).sum();
        boolean open = order.status().isOpen();
        List<SalesOrderLine> late =
                lines.stream().filter(line -> line.isLate(today)).toList();
        return new OrderProgress(
                percent(delivered, ordered),
                open ? (int) lines.stream().filter(line -> line.open() > 0).count() : 0,
                late.size(),
                late.stream()
                        .mapToLong(line -> ChronoUnit.DAYS.between(line.promisedOn(), today))
                        .max()
                        .orElse(0),
                ordered,
                delivered,
                open ? ordered - delivered : 0,
                supplies.stream()
                        .map(LineSupply::earliestFull)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static BigDecimal percent(int part, int whole) {
        return whole == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(part).movePointRight(2).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }
}
