package sample.erp.sales;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sample.erp.purchasing.PurchaseOrderLine;
import sample.erp.stock.Item;
import sample.erp.stock.StockLevel;
import sample.erp.stock.Warehouse;

/**
 * Says when open lines can be shipped: first promised, first served, from stock and then from what suppliers confirmed.
 */
@Singleton
public class Supply {

    /** From the loading ramp to the truck. */
    static final int HANDLING_DAYS = 2;

    /** The supply of each line of the order that is still open. */
    public Map<SalesOrderLine, LineSupply> of(EntityManager em, SalesOrder order, LocalDate today) {
        List<SalesOrderLine> open = order.status().isOpen()
                ? order.lines().stream().filter(line -> line.open() > 0).toList()
                : List.of();
        if (open.isEmpty()) {
            return Map.of();
        }
        List<Item> items = open.stream().map(SalesOrderLine::item).distinct().toList();
        List<StockLevel> stock = em.createQuery("select s from StockLevel s where s.item in :items", StockLevel.class)
                .setParameter("items", items)
                .getResultList();
        List<SalesOrderLine> demand = em.createQuery(
                        "select l from SalesOrderLine l join fetch l.salesOrder o where l.item in :items"
                                + " and l.delivered < l.quantity and o.status in :open",
                        SalesOrderLine.class)
                .setParameter("items", items)
                .setParameter(
                        "open", List.of(OrderStatus.OPEN, OrderStatus.PARTIALLY_DELIVERED, OrderStatus.CREDIT_HOLD))
                .getResultList();
        List<PurchaseOrderLine> incoming = em.createQuery(
                        "select p from PurchaseOrderLine p join fetch p.purchaseOrder where p.item in :items"
                                + " and p.received < p.quantity and p.confirmedOn is not null",
                        PurchaseOrderLine.class)
                .setParameter("items", items)
                .getResultList();
        Map<SalesOrderLine, LineSupply> supplies = new HashMap<>();
        for (SalesOrderLine line : open) {
            supplies.put(line, supply(line, onHand(stock, line), before(demand, line), incoming, today));
        }
        return supplies;
    }

    /**
     * The supply of one line.
     *
     * @param onHand what lies in the line's warehouse
     * @param before what lines promised earlier still need
     * @param incoming confirmed purchase order lines, of any item and warehouse
     */
    static LineSupply supply(
            SalesOrderLine line, int onHand, int before, List<PurchaseOrderLine> incoming, LocalDate today) {
        int availableNow = Math.max(0, Math.min(line.open(), onHand - before));
        if (availableNow == line.open()) {
            return new LineSupply(availableNow, today.plusDays(1), "in stock");
        }
        int supplied = onHand;
        List<PurchaseOrderLine> receipts = incoming.stream()
                .filter(receipt -> same(receipt.item(), receipt.warehouse(), line))
                .sorted(Comparator.comparing(receipt -> arrival(receipt, today)))
                .toList();
        for (PurchaseOrderLine receipt : receipts) {
            supplied += receipt.open();
            if (supplied >= before + line.open()) {
                return new LineSupply(
                        availableNow,
                        arrival(receipt, today).plusDays(HANDLING_DAYS),
                        "purchase order " + receipt.purchaseOrder().number());
            }
        }
        return new LineSupply(
                availableNow,
                today.plusDays(line.item().leadTimeDays() + (long) HANDLING_DAYS),
                "replenishment time of " + line.item().leadTimeDays() + " days; nothing is on order");
    }

    /** An overdue confirmation is taken to come today at the earliest. */
    private static LocalDate arrival(PurchaseOrderLine receipt, LocalDate today) {
        LocalDate confirmed = receipt.confirmedOn();
        return confirmed == null || confirmed.isBefore(today) ? today : confirmed;
    }

    private static int onHand(List<StockLevel> stock, SalesOrderLine line) {
        return stock.stream()
                .filter(level -> same(level.item(), level.warehouse(), line))
                .mapToInt(StockLevel::onHand)
                .sum();
    }

    private static int before(List<SalesOrderLine> demand, SalesOrderLine line) {
        Comparator<SalesOrderLine> queue =
                Comparator.comparing(SalesOrderLine::promisedOn).thenComparing(SalesOrderLine::id);
        return demand.stream()
                .filter(other -> same(other.item(), other.warehouse(), line) && queue.compare(other, line) < 0)
                .mapToInt(SalesOrderLine::open)
                .sum();
    }

    private static boolean same(Item item, Warehouse warehouse, SalesOrderLine line) {
        return item.id() == line.item().id()
                && warehouse.code().equals(line.warehouse().code());
    }
}
