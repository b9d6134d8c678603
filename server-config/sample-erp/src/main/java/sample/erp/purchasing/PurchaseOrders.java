package sample.erp.purchasing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sample.erp.ledger.CostCentreYear;
import sample.erp.listing.Listing;
import sample.erp.organisation.Documents;
import sample.erp.organisation.Person;
import sample.erp.production.Material;
import sample.erp.production.ProductionOrder;
import sample.erp.sales.OrderStatus;
import sample.erp.sales.SalesOrderLine;
import sample.erp.stock.Item;

/** Finds purchase orders and shows them to those who may see purchasing. */
@Singleton
public class PurchaseOrders {

    private static final Listing<PurchaseOrder> LIST = new Listing<>(
            PurchaseOrder.class,
            "PurchaseOrder d join d.supplier s",
            "d",
            "d.organisation",
            List.of("d.number", "s.name", "d.buyer"),
            Map.of(
                    "number", "d.number",
                    "supplier", "s.name",
                    "organisation", "d.organisation.code",
                    "ordered", "d.orderedOn",
                    "buyer", "d.buyer"),
            Map.of(
                    "APPROVAL",
                            "d.approvedBy is null and (select sum(l.price * l.quantity) from PurchaseOrderLine l where l.purchaseOrder = d) > "
                                    + Approval.NEEDED_ABOVE,
                    "OPEN",
                            "exists (select l from PurchaseOrderLine l where l.purchaseOrder = d and l.received < l.quantity)",
                    "OVERDUE",
                            "exists (select l from PurchaseOrderLine l where l.purchaseOrder = d and l.received < l.quantity and coalesce(l.confirmedOn, l.requestedOn) < :today)"),
            Map.of(),
            "d.orderedOn desc");

    private static final int EARLIER_PRICES = 3;

    private final Clock clock;

    @Inject
    public PurchaseOrders(Clock clock) {
        this.clock = clock;
    }

    /** The list of them as the person may use it; whether they may see it at all is the caller's to ask. */
    public static Listing<PurchaseOrder> list(Person person) {
        return LIST;
    }

    /** Returns the order of this number, or nothing if there is none that the person may see. */
    public Optional<PurchaseOrderSheet> find(EntityManager em, Person person, String key) {
        return person.role().seesPurchasing()
                ? Documents.find(em, person, key, PurchaseOrder.class).map(order -> sheet(em, order, person))
                : Optional.empty();
    }

    private PurchaseOrderSheet sheet(EntityManager em, PurchaseOrder order, Person person) {
        LocalDate today = LocalDate.now(clock);
        String organisation = order.organisation().code();
        List<PurchaseOrder> siblings = siblings(em, order);
        List<PurchaseOrderSheet.Line> lines =
                order.lines().stream().map(line -> line(em, line, today)).toList();
        long oldest = lines.stream()
                .mapToLong(PurchaseOrderSheet.Line::overdueDays)
                .max()
                .orElse(0);
        return new PurchaseOrderSheet(
                organisation,
                order.organisation().currency().getCurrencyCode(),
                order.number(),
                version(order),
                Approval.status(order, oldest > 0),
                order.supplier().number(),
                person.reference(organisation, order.supplier().number()),
                order.supplier().name(),
                order.supplier().contactName(),
                order.orderedOn(),
                order.buyer(),
                order.requester(),
                order.netAmount(),
                order.lines().stream()
                        .map(line -> line.price().multiply(BigDecimal.valueOf(line.open())))
                        .reduce(new BigDecimal("0.00"), BigDecimal::add),
                (int) lines.stream().filter(line -> line.overdueDays() > 0).count(),
                (int) lines.stream()
                        .filter(line -> line.open() > 0 && line.confirmedOn() == null)
                        .count(),
                oldest,
                Approval.isWaiting(order) ? null : chaseFirst(lines),
                purpose(em, order, person, today),
                order.approvedBy(),
                order.approvedOn(),
                order.note(),
                Approval.of(order, siblings),
                lines,
                siblings.stream()
                        .map(sibling -> new PurchaseOrderSheet.Sibling(
                                sibling.number(),
                                person.reference(organisation, sibling.number()),
                                sibling.orderedOn(),
                                sibling.netAmount()))
                        .toList());
    }

    private static String version(PurchaseOrder order) {
        return order.approvedOn() + "-"
                + order.lines().stream()
                        .map(line -> line.received() + "/" + line.confirmedOn())
                        .collect(Collectors.joining(","));
    }

    /** Those that the most waits for come first, then the longest overdue, then the unconfirmed. */
    private static @Nullable String chaseFirst(List<PurchaseOrderSheet.Line> lines) {
        return lines.stream()
                .filter(line -> line.overdueDays() > 0 || (line.open() > 0 && line.confirmedOn() == null))
                .max(Comparator.comparing((PurchaseOrderSheet.Line line) -> line.overdueDays() > 0)
                        .thenComparing(PurchaseOrderSheet.Line::waitingPieces)
                        .thenComparing(PurchaseOrderSheet.Line::overdueDays))
                .map(line -> "line " + line.position() + ", " + line.item() + ": "
                        + (line.overdueDays() > 0 ? "overdue by " + line.overdueDays() + " days" : "unconfirmed")
                        + (line.waiting().isEmpty() ? "" : "; waiting for it: " + line.waiting()))
                .orElse(null);
    }

    private static List<PurchaseOrder> siblings(EntityManager em, PurchaseOrder order) {
        return em.createQuery(
                        "select p from PurchaseOrder p where p.supplier = :supplier and p.buyer = :buyer and p <> :order"
                                + " and p.orderedOn between :first and :last order by p.orderedOn",
                        PurchaseOrder.class)
                .setParameter("supplier", order.supplier())
                .setParameter("buyer", order.buyer())
                .setParameter("order", order)
                .setParameter("first", order.orderedOn().minusDays(Approval.SPLIT_DAYS))
                .setParameter("last", order.orderedOn().plusDays(Approval.SPLIT_DAYS))
                .getResultList();
    }

    private static PurchaseOrderSheet.Purpose purpose(
            EntityManager em, PurchaseOrder order, Person person, LocalDate today) {
        Optional<CostCentreYear> year = CostCentreYear.find(em, order.organisation(), order.costCentre(), today);
        boolean seen = person.role().seesLedger();
        return new PurchaseOrderSheet.Purpose(
                order.costCentre(),
                year.map(CostCentreYear::name).orElse(""),
                seen ? year.map(CostCentreYear::budget).orElse(null) : null,
                seen ? year.map(CostCentreYear::spent).orElse(null) : null,
                seen
                        ? year.map(known ->
                                        known.budget().subtract(known.spent()).subtract(order.netAmount()))
                                .orElse(null)
                        : null);
    }

    private static PurchaseOrderSheet.Line line(EntityManager em, PurchaseOrderLine line, LocalDate today) {
        LineStanding standing = LineStanding.of(line, today);
        List<PurchaseOrderLine> earlier = earlier(em, line);
        BigDecimal last = earlier.isEmpty() ? null : earlier.get(0).price();
        Waiting waiting = line.open() == 0 ? new Waiting(0, "") : waiting(em, line);
        return new PurchaseOrderSheet.Line(
                line.position(),
                line.item().number(),
                line.item().name(),
                line.item().unit(),
                line.quantity(),
                line.received(),
                line.open(),
                line.price(),
                line.netAmount(),
                line.requestedOn(),
                line.confirmedOn(),
                standing.label(line),
                standing.overdueDays(),
                waiting.pieces(),
                waiting.documents(),
                last,
                last == null ? null : percent(line.price().subtract(last), last),
                earlier.stream()
                        .map(old -> old.price() + " "
                                + old.purchaseOrder().organisation().currency().getCurrencyCode() + " on "
                                + old.purchaseOrder().orderedOn())
                        .collect(Collectors.joining(", ")));
    }

    static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.movePointRight(2).divide(whole, 1, RoundingMode.HALF_UP);
    }

    private static List<PurchaseOrderLine> earlier(EntityManager em, PurchaseOrderLine line) {
        return em.createQuery(
                        "select l from PurchaseOrderLine l join fetch l.purchaseOrder o where l.item = :item"
                                + " and o.organisation = :organisation"
                                + " and o.orderedOn < :before and o <> :order order by o.orderedOn desc, l.id desc",
                        PurchaseOrderLine.class)
                .setParameter("item", line.item())
                .setParameter("organisation", line.purchaseOrder().organisation())
                .setParameter("before", line.purchaseOrder().orderedOn().minusDays(Approval.SPLIT_DAYS))
                .setParameter("order", line.purchaseOrder())
                .setMaxResults(EARLIER_PRICES)
                .getResultList();
    }

    private record Waiting(int pieces, String documents) {}

    /** Sales orders and production orders that still need the item of a line. */
    private static Waiting waiting(EntityManager em, PurchaseOrderLine line) {
        Item item = line.item();
        List<String> documents = new ArrayList<>();
        int pieces = 0;
        for (SalesOrderLine need : em.createQuery(
                        "select l from SalesOrderLine l join fetch l.salesOrder o where l.item = :item"
                                + " and l.delivered < l.quantity and o.status in :open and l.warehouse = :warehouse"
                                + " order by l.promisedOn, l.id",
                        SalesOrderLine.class)
                .setParameter("item", item)
                .setParameter("open", EnumSet.range(OrderStatus.OPEN, OrderStatus.CREDIT_HOLD))
                .setParameter("warehouse", line.warehouse())
                .getResultList()) {
            pieces += need.open();
            documents.add("sales order " + need.salesOrder().number());
        }
        for (Material need : em.createQuery(
                        "select m from Material m join fetch m.productionOrder o where m.item = :item"
                                + " and m.issued < m.needed and o.status <> :finished and o.organisation = :organisation"
                                + " order by o.plannedStart, m.id",
                        Material.class)
                .setParameter("item", item)
                .setParameter("finished", ProductionOrder.Status.FINISHED)
                .setParameter("organisation", line.purchaseOrder().organisation())
                .getResultList()) {
            pieces += need.needed() - need.issued();
            documents.add("production order " + need.productionOrder().number());
        }
        return new Waiting(pieces, String.join(", ", documents.stream().limit(4).toList()));
    }
}
