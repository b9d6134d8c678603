package sample.erp.sales;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sample.erp.invoice.CustomerInvoice;
import sample.erp.listing.Listing;
import sample.erp.organisation.Documents;
import sample.erp.organisation.Person;
import sample.erp.rule.Decision;
import sample.erp.rule.Measure;
import sample.erp.rule.Outcome;

/** Finds deliveries and shows them as a person may see them. */
@Singleton
public class Deliveries {

    private static final Listing<Delivery> LIST = new Listing<>(
            Delivery.class,
            "Delivery d join d.salesOrder o join o.customer c",
            "d",
            "o.organisation",
            List.of("d.number", "c.name", "o.number"),
            Map.of(
                    "number", "d.number",
                    "customer", "c.name",
                    "organisation", "o.organisation.code",
                    "order", "o.number",
                    "shipped", "d.shippedOn",
                    "carrier", "d.carrier"),
            Map.of(
                    "LATE",
                            "exists (select l from DeliveryLine l where l.delivery = d and l.orderLine.promisedOn < d.shippedOn)",
                    "WEEK", "d.shippedOn > :weekAgo"),
            Map.of(),
            "d.shippedOn desc");

    /** The list of them as the person may use it; whether they may see it at all is the caller's to ask. */
    public static Listing<Delivery> list(Person person) {
        return LIST;
    }

    /** Returns the delivery of this number, or nothing if there is none that the person may see. */
    public Optional<DeliverySheet> find(EntityManager em, Person person, String key) {
        return Documents.find(em, person, key, Delivery.class, "d.salesOrder.organisation")
                .map(delivery -> sheet(em, delivery, person));
    }

    private static DeliverySheet sheet(EntityManager em, Delivery delivery, Person person) {
        SalesOrder order = delivery.salesOrder();
        String organisation = order.organisation().code();
        List<DeliverySheet.Line> lines = delivery.lines().stream()
                .map(line -> line(line, delivery.shippedOn()))
                .toList();
        int pieces = lines.stream().mapToInt(DeliverySheet.Line::quantity).sum();
        int ordered = order.lines().stream().mapToInt(SalesOrderLine::quantity).sum();
        int open = order.lines().stream().mapToInt(SalesOrderLine::open).sum();
        long most = lines.stream().mapToLong(DeliverySheet.Line::daysLate).max().orElse(0);
        Optional<CustomerInvoice> invoice = person.role().seesInvoices() ? invoice(em, delivery) : Optional.empty();
        return new DeliverySheet(
                organisation,
                delivery.number(),
                delivery.shippedOn() + "-" + open,
                most > 0 ? "LATE" : "SHIPPED",
                most > 0 ? "Shipped late" : "Shipped",
                order.number(),
                person.reference(organisation, order.number()),
                person.reference(organisation, order.customer().number()),
                order.customer().name(),
                order.customer().address().city() + ", "
                        + order.customer().address().country(),
                delivery.shippedOn(),
                delivery.carrier(),
                order.deliveryTerms(),
                pieces,
                BigDecimal.valueOf(pieces)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(Math.max(1, ordered)), 1, RoundingMode.HALF_UP),
                order.status().isOpen() ? open : 0,
                (int) lines.stream().filter(line -> line.daysLate() > 0).count(),
                most,
                invoice.map(CustomerInvoice::number).orElse(null),
                invoice.map(found -> person.reference(organisation, found.number()))
                        .orElse(null),
                decisions(lines),
                lines);
    }

    private static DeliverySheet.Line line(DeliveryLine line, LocalDate shippedOn) {
        SalesOrderLine ordered = line.orderLine();
        return new DeliverySheet.Line(
                ordered.position(),
                ordered.item().number(),
                ordered.item().name(),
                ordered.item().unit(),
                line.quantity(),
                ordered.promisedOn(),
                Math.max(0, ChronoUnit.DAYS.between(ordered.promisedOn(), shippedOn)),
                ordered.open());
    }

    private static List<Decision> decisions(List<DeliverySheet.Line> lines) {
        return lines.stream()
                .filter(line -> line.daysLate() > 0)
                .map(line -> late(line.position(), line.daysLate(), "Tell the customer, if nobody has"))
                .toList();
    }

    /** A line that left, or has not left, after the promised day. */
    static Decision late(int position, long days, String nextStep) {
        return new Decision(
                "DL-01",
                String.valueOf(position),
                "Goods leave on the promised day at the latest",
                Measure.of(days, "days late"),
                Measure.of(0, "days late"),
                Outcome.WARNED,
                "Sales, by agreeing on a new day",
                nextStep);
    }

    /** The invoice of a delivery is written on the day after at the latest. */
    private static Optional<CustomerInvoice> invoice(EntityManager em, Delivery delivery) {
        return em.createQuery(
                        "select i from CustomerInvoice i where i.salesOrder = :order and i.issuedOn between :first and :last",
                        CustomerInvoice.class)
                .setParameter("order", delivery.salesOrder())
                .setParameter("first", delivery.shippedOn())
                .setParameter("last", delivery.shippedOn().plusDays(1))
                .getResultStream()
                .findFirst();
    }
}
