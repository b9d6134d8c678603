package sample.erp.sales;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sample.erp.customer.Credit;
import sample.erp.customer.CreditStanding;
import sample.erp.customer.CreditView;
import sample.erp.customer.Customer;
import sample.erp.invoice.CustomerInvoice;
import sample.erp.listing.Listing;
import sample.erp.organisation.DocumentKey;
import sample.erp.organisation.Person;
import sample.erp.rule.Decision;

/** Finds sales orders and shows them as a person may see them. */
@Singleton
public class SalesOrders {

    private static final Listing<SalesOrder> LIST = new Listing<>(
            SalesOrder.class,
            "SalesOrder o join o.customer c",
            "o",
            "o.organisation",
            List.of("o.number", "c.name", "o.customerReference"),
            Map.of(
                    "number", "o.number",
                    "customer", "c.name",
                    "organisation", "o.organisation.code",
                    "ordered", "o.orderedOn",
                    "requested", "o.requestedOn",
                    "status", "o.status",
                    "net", "o.netAmount"),
            Map.of(
                    "OPEN", "o.status = sample.erp.sales.OrderStatus.OPEN",
                    "PARTIALLY_DELIVERED", "o.status = sample.erp.sales.OrderStatus.PARTIALLY_DELIVERED",
                    "CREDIT_HOLD", "o.status = sample.erp.sales.OrderStatus.CREDIT_HOLD",
                    "DELIVERED", "o.status = sample.erp.sales.OrderStatus.DELIVERED",
                    "CANCELLED", "o.status = sample.erp.sales.OrderStatus.CANCELLED",
                    "LATE",
                            "o.status in (sample.erp.sales.OrderStatus.OPEN, sample.erp.sales.OrderStatus.PARTIALLY_DELIVERED, sample.erp.sales.OrderStatus.CREDIT_HOLD) and exists (select l from SalesOrderLine l where l.salesOrder = o and l.delivered < l.quantity and l.promisedOn < :today)"),
            Map.of(),
            "o.orderedOn desc");

    /** More late lines say no more than that many are late. */
    private static final int MAX_LATE = 5;

    private final Supply supply;
    private final Credit credit;
    private final Clock clock;
    private final PriceRequests priceRequests = new PriceRequests();

    @Inject
    public SalesOrders(Supply supply, Credit credit, Clock clock) {
        this.supply = supply;
        this.credit = credit;
        this.clock = clock;
    }

    /** The list of them as the person may use it; whether they may see it at all is the caller's to ask. */
    public static Listing<SalesOrder> list(Person person) {
        return person.role().seesPrices() ? LIST : LIST.withoutPath("net");
    }

    /** Returns the order of this number, or nothing if there is none that the person may see. */
    public Optional<SalesOrderSheet> find(EntityManager em, Person person, String key) {
        return DocumentKey.parse(key)
                .flatMap(parsed -> parsed.organisations(person).stream()
                        .flatMap(organisation -> em.createQuery(
                                        "select o from SalesOrder o join fetch o.customer join fetch o.organisation"
                                                + " left join fetch o.lines l left join fetch l.item"
                                                + " left join fetch l.warehouse"
                                                + " where o.organisation.code = :organisation and o.number = :number"
                                                + " order by l.position",
                                        SalesOrder.class)
                                .setParameter("organisation", organisation)
                                .setParameter("number", parsed.number())
                                .getResultStream())
                        .findFirst()
                        .map(order -> sheet(em, order, person)));
    }

    private SalesOrderSheet sheet(EntityManager em, SalesOrder order, Person person) {
        LocalDate today = LocalDate.now(clock);
        Map<SalesOrderLine, LineSupply> supplies = supply.of(em, order, today);
        Customer customer = order.customer();
        boolean prices = person.role().seesPrices();
        CreditStanding standing = person.role().seesCredit() ? credit.of(em, customer, today) : null;
        PriceQuestion question = priceRequests.of(em, order, person, today).orElse(null);
        return new SalesOrderSheet(
                order.organisation().code(),
                order.organisation().currency().getCurrencyCode(),
                order.number(),
                order.version() + "-" + order.changedAt(),
                order.status(),
                order.status().label(),
                customer.number(),
                person.reference(order.organisation().code(), customer.number()),
                customer.name(),
                order.customerReference(),
                customer.address().city() + ", " + customer.address().country(),
                order.orderedOn(),
                order.requestedOn(),
                order.salesPerson(),
                order.deliveryTerms(),
                order.note(),
                block(order, person),
                OrderProgress.of(order, supplies.values(), today),
                prices ? amounts(order) : null,
                standing == null ? null : CreditView.of(standing),
                person.role().seesCost() ? margin(order) : null,
                order.lines().stream()
                        .map(line -> line(line, supplies.get(line), person, today))
                        .toList(),
                shipments(em, order),
                person.role().seesInvoices() ? bills(em, order, person) : null,
                decisions(order, standing, question, today),
                question);
    }

    private static List<Decision> decisions(
            SalesOrder order, @Nullable CreditStanding standing, @Nullable PriceQuestion question, LocalDate today) {
        List<Decision> decisions = new ArrayList<>();
        if (standing != null && order.blockRule() != null) {
            decisions.addAll(standing.decisions(order.organisation().currency().getCurrencyCode()));
        }
        if (question != null) {
            decisions.addAll(question.decisions());
        }
        order.lines().stream()
                .filter(line -> line.isLate(today))
                .limit(MAX_LATE)
                .map(line -> Deliveries.late(
                        line.position(),
                        ChronoUnit.DAYS.between(line.promisedOn(), today),
                        "Agree on a new day with the customer"))
                .forEach(decisions::add);
        return decisions;
    }

    private static SalesOrderSheet.@Nullable Block block(SalesOrder order, Person person) {
        String rule = order.blockRule();
        if (rule == null) {
            return null;
        }
        String reason = person.role().seesCredit() ? rule : "Stopped by credit control";
        return new SalesOrderSheet.Block(reason, order.blockedOn(), order.blockedBy());
    }

    private static SalesOrderSheet.Amounts amounts(SalesOrder order) {
        BigDecimal open = order.lines().stream()
                .map(line -> line.netPrice().multiply(BigDecimal.valueOf(line.open())))
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
        return new SalesOrderSheet.Amounts(order.netAmount(), order.status().isOpen() ? open : new BigDecimal("0.00"));
    }

    private static SalesOrderSheet.Margin margin(SalesOrder order) {
        BigDecimal cost =
                order.lines().stream().map(SalesOrderLine::cost).reduce(new BigDecimal("0.00"), BigDecimal::add);
        BigDecimal earned = order.netAmount().subtract(cost);
        BigDecimal percent = order.netAmount().signum() == 0
                ? BigDecimal.ZERO
                : earned.movePointRight(2).divide(order.netAmount(), 1, RoundingMode.HALF_UP);
        return new SalesOrderSheet.Margin(cost, earned, percent);
    }

    private static SalesOrderSheet.Line line(
            SalesOrderLine line, @Nullable LineSupply supply, Person person, LocalDate today) {
        boolean late = line.isLate(today);
        return new SalesOrderSheet.Line(
                line.position(),
                line.item().number(),
                line.item().name(),
                line.item().unit(),
                line.warehouse().code(),
                line.quantity(),
                line.delivered(),
                line.salesOrder().status().isOpen() ? line.open() : 0,
                line.promisedOn(),
                late,
                late ? ChronoUnit.DAYS.between(line.promisedOn(), today) : 0,
                supply == null ? null : supply.availableNow(),
                supply == null ? null : supply.earliestFull(),
                supply == null ? null : supply.source(),
                person.role().seesPrices()
                        ? new SalesOrderSheet.Price(
                                line.listPrice(), line.discountPercent(), line.netPrice(), line.netAmount())
                        : null,
                person.role().seesCost() ? line.unitCost() : null);
    }

    private static List<SalesOrderSheet.Shipment> shipments(EntityManager em, SalesOrder order) {
        return em.createQuery(
                        "select distinct d from Delivery d left join fetch d.lines where d.salesOrder = :o"
                                + " order by d.shippedOn desc",
                        Delivery.class)
                .setParameter("o", order)
                .getResultStream()
                .map(delivery -> new SalesOrderSheet.Shipment(
                        delivery.number(),
                        delivery.shippedOn(),
                        delivery.carrier(),
                        delivery.lines().stream()
                                .mapToInt(DeliveryLine::quantity)
                                .sum()))
                .toList();
    }

    private static List<SalesOrderSheet.Bill> bills(EntityManager em, SalesOrder order, Person person) {
        return em.createQuery(
                        "select i from CustomerInvoice i where i.salesOrder = :o order by i.issuedOn desc",
                        CustomerInvoice.class)
                .setParameter("o", order)
                .getResultStream()
                .map(invoice -> new SalesOrderSheet.Bill(
                        invoice.number(),
                        person.reference(invoice.organisation().code(), invoice.number()),
                        invoice.issuedOn(),
                        invoice.dueOn(),
                        invoice.openAmount()))
                .toList();
    }
}
