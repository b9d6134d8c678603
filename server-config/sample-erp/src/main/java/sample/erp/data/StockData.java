package sample.erp.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import sample.erp.purchasing.PurchaseOrder;
import sample.erp.sales.Delivery;
import sample.erp.stock.Item;
import sample.erp.stock.ItemCost;
import sample.erp.stock.StockLevel;
import sample.erp.stock.StockMovement;
import sample.erp.stock.StockMovement.Kind;
import sample.erp.stock.Warehouse;

/** Movements that follow from deliveries and receipts, and levels that are their sums. */
final class StockData {

    /** What is left of the items of the situations in the warehouse they are sold from. */
    private static final Map<String, Integer> ON_HAND = Map.of(
            "BR-2040", 1250, "SH-0815", 6, "SE-1177", 480, "GB-3300", 2, "CP-0450", 35, "MT-9900", 300, "HS-7700", 12,
            "EL-1200", 46, "PU-6600", 3);

    private final Book book;
    private final SplittableRandom random = new SplittableRandom(71);
    private final Map<Warehouse, Map<Item, Integer>> moved = new HashMap<>();

    StockData(Book book) {
        this.book = book;
    }

    void fill() {
        book.all(Delivery.class).toList().forEach(this::issue);
        book.all(PurchaseOrder.class).toList().forEach(this::receive);
        moveMotors();
        book.all(Item.class).toList().forEach(this::value);
        List<Warehouse> warehouses = book.all(Warehouse.class).toList();
        for (Item item : book.all(Item.class).toList()) {
            warehouses.forEach(warehouse -> open(item, warehouse));
        }
    }

    /** What moved the value of the servo motors in the month before this one. */
    private void moveMotors() {
        Item motor = book.all(Item.class)
                .filter(item -> item.number().equals("MT-9900"))
                .findFirst()
                .orElseThrow();
        Warehouse main = book.all(Warehouse.class)
                .filter(warehouse -> warehouse.code().equals("BRE-1"))
                .findFirst()
                .orElseThrow();
        LocalDate month = book.today().minusMonths(1).withDayOfMonth(1);
        move(motor, main, -32, new Source(Kind.ISSUE, "79961", daysAgo(month.plusDays(13))));
        move(motor, main, -25, new Source(Kind.ISSUE, "79964", daysAgo(month.plusDays(20))));
        move(motor, main, -3, new Source(Kind.COUNT_DIFFERENCE, "COUNT", daysAgo(month.plusDays(24))));
    }

    private void value(Item item) {
        boolean revalued = item.number().equals("MT-9900");
        BigDecimal before = revalued ? new BigDecimal("390.00") : item.unitCost();
        book.add(new ItemCost(book.nextId(), item, book.daysAgo(SalesData.MONTHS_AS_DAYS), before));
        if (revalued) {
            LocalDate month = book.today().minusMonths(1).withDayOfMonth(1);
            book.add(new ItemCost(book.nextId(), item, month, item.unitCost()));
        }
    }

    private void issue(Delivery delivery) {
        delivery.lines()
                .forEach(line -> move(
                        line.orderLine().item(),
                        line.orderLine().warehouse(),
                        -line.quantity(),
                        new Source(Kind.ISSUE, delivery.number(), daysAgo(delivery.shippedOn()))));
    }

    private void receive(PurchaseOrder order) {
        order.lines().stream()
                .filter(line -> line.received() > 0)
                .forEach(line -> move(
                        line.item(),
                        line.warehouse(),
                        line.received(),
                        new Source(
                                Kind.RECEIPT,
                                order.number(),
                                daysAgo(line.receivedOn() == null ? line.requestedOn() : line.receivedOn()))));
    }

    private void open(Item item, Warehouse warehouse) {
        if (random.nextInt(12) == 0) {
            move(
                    item,
                    warehouse,
                    random.nextInt(7) - 3,
                    new Source(Kind.COUNT_DIFFERENCE, "COUNT", random.nextInt(300)));
        }
        boolean spare = warehouse.code().equals("BRE-2");
        int usual = spare ? random.nextInt(12) : ON_HAND.getOrDefault(item.number(), 20 + random.nextInt(400));
        // The motors lie in one place, so that what moved their value can be seen there.
        int onHand = item.number().equals("MT-9900") && !warehouse.code().equals("BRE-1") ? 0 : usual;
        int opening = onHand - moved.getOrDefault(warehouse, Map.of()).getOrDefault(item, 0);
        move(item, warehouse, opening, new Source(Kind.OPENING, "OPENING", SalesData.MONTHS_AS_DAYS));
        book.add(new StockLevel(book.nextId(), item, warehouse, onHand));
    }

    private record Source(Kind kind, String document, int daysAgo) {}

    private void move(Item item, Warehouse warehouse, int quantity, Source source) {
        moved.computeIfAbsent(warehouse, key -> new HashMap<>()).merge(item, quantity, Integer::sum);
        book.add(new StockMovement(
                book.nextId(),
                item,
                warehouse,
                book.daysAgo(source.daysAgo()),
                source.kind(),
                quantity,
                source.document()));
    }

    private int daysAgo(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(day, book.today());
    }
}
