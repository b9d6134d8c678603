package sample.erp.stock;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sample.erp.listing.Listing;
import sample.erp.organisation.Person;
import sample.erp.production.Material;
import sample.erp.production.ProductionOrder;
import sample.erp.purchasing.PurchaseOrderLine;
import sample.erp.sales.OrderStatus;
import sample.erp.sales.SalesOrderLine;
import sample.erp.stock.StockOutlook.Change;

/** Finds items and shows their stock in the warehouses that a person may see. */
@Singleton
public class Items {

    private static final Listing<Item> LIST = new Listing<>(
            Item.class,
            "Item d",
            "d",
            "",
            List.of("d.number", "d.name"),
            Map.of(
                    "number", "d.number",
                    "name", "d.name",
                    "leadTime", "d.leadTimeDays",
                    "safetyStock", "d.safetyStock"),
            Map.of(
                    "LOW",
                    "(select sum(s.onHand) from StockLevel s where s.item = d and s.warehouse.organisation.code in :organisations) < d.safetyStock"),
            Map.of(),
            "d.number asc");

    private static final int DRIVERS = 5;

    private final Clock clock;

    @Inject
    public Items(Clock clock) {
        this.clock = clock;
    }

    /** The list of them as the person may use it; whether they may see it at all is the caller's to ask. */
    public static Listing<Item> list(Person person) {
        return LIST;
    }

    /** Returns the item of this number, or nothing if there is none. */
    public Optional<ItemSheet> find(EntityManager em, Person person, String number) {
        return em.createQuery("select i from Item i where i.number = :number", Item.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .map(item -> sheet(em, item, person));
    }

    private ItemSheet sheet(EntityManager em, Item item, Person person) {
        LocalDate today = LocalDate.now(clock);
        List<StockLevel> levels = of(em, "StockLevel", StockLevel.class, item, person, "order by d.warehouse.code");
        List<StockMovement> movements =
                of(em, "StockMovement", StockMovement.class, item, person, "order by d.movedOn desc, d.id desc");
        List<ItemSheet.Receipt> receipts = receipts(em, item, person, today);
        List<ItemSheet.Need> needs = needs(em, item, person);
        int issued = -movements.stream()
                .filter(move -> move.kind() == StockMovement.Kind.ISSUE
                        && move.movedOn().isAfter(today.minusWeeks(StockOutlook.WEEKS)))
                .mapToInt(StockMovement::quantity)
                .sum();
        StockOutlook outlook = StockOutlook.of(
                item,
                levels.stream().mapToInt(StockLevel::onHand).sum(),
                issued,
                needs.stream()
                        .map(need -> new Change(need.on(), need.quantity()))
                        .toList(),
                receipts.stream()
                        .map(receipt -> new Change(receipt.expected(), receipt.quantity()))
                        .toList(),
                today);
        return new ItemSheet(
                item.number(),
                movements.size() + "-" + outlook.onHand() + "-" + outlook.reserved() + "-" + outlook.incoming(),
                item.name(),
                item.unit(),
                status(outlook, item),
                item.leadTimeDays(),
                item.safetyStock(),
                outlook,
                person.role().seesCost() ? valuation(em, item, movements, outlook.onHand(), today) : null,
                levels.stream()
                        .map(level -> new ItemSheet.Location(
                                level.warehouse().code(), level.warehouse().name(), level.onHand()))
                        .toList(),
                receipts,
                needs,
                movements.stream().map(move -> movement(move, null)).toList());
    }

    /** How an item's stock stands, in a word. */
    public static String status(StockOutlook outlook, Item item) {
        if (outlook.firstShortage() != null) {
            return "Short";
        }
        return outlook.available() < item.safetyStock() ? "Below safety stock" : "Available";
    }

    private static <T> List<T> of(
            EntityManager em, String name, Class<T> type, Item item, Person person, String order) {
        return em.createQuery(
                        "select d from " + name + " d join fetch d.warehouse where d.item = :item"
                                + " and d.warehouse.organisation.code in :organisations " + order,
                        type)
                .setParameter("item", item)
                .setParameter("organisations", person.organisations())
                .getResultList();
    }

    private static ItemSheet.Valuation valuation(
            EntityManager em, Item item, List<StockMovement> movements, int onHand, LocalDate today) {
        List<ItemCost> costs = em.createQuery("select c from ItemCost c where c.item = :item", ItemCost.class)
                .setParameter("item", item)
                .getResultList();
        LocalDate month = today.withDayOfMonth(1).minusMonths(1);
        ValueBridge bridge = ValueBridge.of(movements, costs, month);
        BigDecimal cost = ValueBridge.cost(costs, today);
        return new ItemSheet.Valuation(
                cost,
                cost.multiply(BigDecimal.valueOf(onHand)),
                bridge,
                movements.stream()
                        .filter(move -> !move.movedOn().isBefore(month)
                                && move.movedOn().isBefore(month.plusMonths(1)))
                        .sorted(Comparator.comparing((StockMovement move) -> -Math.abs(move.quantity())))
                        .limit(DRIVERS)
                        .map(move -> movement(move, bridge.closingCost()))
                        .toList());
    }

    private static ItemSheet.Movement movement(StockMovement move, @org.jspecify.annotations.Nullable BigDecimal cost) {
        String kind = move.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        return new ItemSheet.Movement(
                move.movedOn(),
                kind,
                move.document(),
                move.warehouse().code(),
                move.quantity(),
                cost == null ? null : cost.multiply(BigDecimal.valueOf(move.quantity())));
    }

    private static List<ItemSheet.Receipt> receipts(EntityManager em, Item item, Person person, LocalDate today) {
        List<ItemSheet.Receipt> receipts = new ArrayList<>();
        em.createQuery(
                        "select l from PurchaseOrderLine l join fetch l.purchaseOrder o where l.item = :item"
                                + " and l.received < l.quantity and o.organisation.code in :organisations",
                        PurchaseOrderLine.class)
                .setParameter("item", item)
                .setParameter("organisations", person.organisations())
                .getResultStream()
                .forEach(line -> receipts.add(receipt(line, person, today)));
        em.createQuery(
                        "select p from ProductionOrder p where p.item = :item and p.status <> :finished"
                                + " and p.organisation.code in :organisations",
                        ProductionOrder.class)
                .setParameter("item", item)
                .setParameter("finished", ProductionOrder.Status.FINISHED)
                .setParameter("organisations", person.organisations())
                .getResultStream()
                .forEach(order -> receipts.add(receipt(order, person, today)));
        receipts.sort(Comparator.comparing(ItemSheet.Receipt::expected));
        return receipts;
    }

    private static ItemSheet.Receipt receipt(PurchaseOrderLine line, Person person, LocalDate today) {
        LocalDate confirmed = line.confirmedOn();
        LocalDate expected = confirmed == null ? line.requestedOn() : confirmed;
        String number = line.purchaseOrder().number();
        return new ItemSheet.Receipt(
                number,
                person.reference(line.purchaseOrder().organisation().code(), number),
                "purchase-order",
                expected,
                confirmed != null,
                Math.max(0, ChronoUnit.DAYS.between(expected, today)),
                line.open());
    }

    private static ItemSheet.Receipt receipt(ProductionOrder order, Person person, LocalDate today) {
        return new ItemSheet.Receipt(
                order.number(),
                person.reference(order.organisation().code(), order.number()),
                "production-order",
                order.dueOn(),
                true,
                Math.max(0, ChronoUnit.DAYS.between(order.dueOn(), today)),
                order.quantity() - order.produced());
    }

    private static List<ItemSheet.Need> needs(EntityManager em, Item item, Person person) {
        List<ItemSheet.Need> needs = new ArrayList<>();
        em.createQuery(
                        "select l from SalesOrderLine l join fetch l.salesOrder o where l.item = :item"
                                + " and l.delivered < l.quantity and o.status in :open"
                                + " and o.organisation.code in :organisations",
                        SalesOrderLine.class)
                .setParameter("item", item)
                .setParameter("open", EnumSet.range(OrderStatus.OPEN, OrderStatus.CREDIT_HOLD))
                .setParameter("organisations", person.organisations())
                .getResultStream()
                .forEach(line -> needs.add(new ItemSheet.Need(
                        line.salesOrder().number(),
                        person.reference(
                                line.salesOrder().organisation().code(),
                                line.salesOrder().number()),
                        "sales-order",
                        line.promisedOn(),
                        line.open())));
        em.createQuery(
                        "select m from Material m join fetch m.productionOrder o where m.item = :item"
                                + " and m.issued < m.needed and o.status <> :finished"
                                + " and o.organisation.code in :organisations",
                        Material.class)
                .setParameter("item", item)
                .setParameter("finished", ProductionOrder.Status.FINISHED)
                .setParameter("organisations", person.organisations())
                .getResultStream()
                .forEach(material -> needs.add(new ItemSheet.Need(
                        material.productionOrder().number(),
                        person.reference(
                                material.productionOrder().organisation().code(),
                                material.productionOrder().number()),
                        "production-order",
                        material.productionOrder().plannedStart(),
                        material.needed() - material.issued())));
        needs.sort(Comparator.comparing(ItemSheet.Need::on));
        return needs;
    }
}
