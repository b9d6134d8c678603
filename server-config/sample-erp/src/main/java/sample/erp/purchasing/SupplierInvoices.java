package sample.erp.purchasing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sample.erp.listing.Listing;
import sample.erp.organisation.Documents;
import sample.erp.organisation.Person;
import sample.erp.rule.Decision;
import sample.erp.rule.Outcome;

/** Finds suppliers' invoices and compares them with their orders, for those who may see purchasing. */
@Singleton
public class SupplierInvoices {

    private static final Listing<SupplierInvoice> LIST = new Listing<>(
            SupplierInvoice.class,
            "SupplierInvoice d join d.purchaseOrder o join o.supplier s",
            "d",
            "o.organisation",
            List.of("d.number", "s.name", "o.number"),
            Map.of(
                    "number", "d.number",
                    "supplier", "s.name",
                    "organisation", "o.organisation.code",
                    "issued", "d.issuedOn",
                    "order", "o.number"),
            Map.of(
                    "PAID", "d.paidOn is not null",
                    "OPEN", "d.paidOn is null",
                    "HELD",
                            "d.paidOn is null and exists (select l from SupplierInvoiceLine l where l.invoice = d and (l.quantity > l.orderLine.received or l.price > l.orderLine.price * 1.0204))"),
            Map.of(),
            "d.issuedOn desc");

    private final Clock clock;

    @Inject
    public SupplierInvoices(Clock clock) {
        this.clock = clock;
    }

    /** The list of them as the person may use it; whether they may see it at all is the caller's to ask. */
    public static Listing<SupplierInvoice> list(Person person) {
        return LIST;
    }

    /** Returns the invoice of this number, or nothing if there is none that the person may see. */
    public Optional<SupplierInvoiceSheet> find(EntityManager em, Person person, String key) {
        return person.role().seesPurchasing()
                ? Documents.find(em, person, key, SupplierInvoice.class, "d.purchaseOrder.organisation")
                        .map(invoice -> sheet(invoice, person))
                : Optional.empty();
    }

    private SupplierInvoiceSheet sheet(SupplierInvoice invoice, Person person) {
        LocalDate today = LocalDate.now(clock);
        PurchaseOrder order = invoice.purchaseOrder();
        Supplier supplier = order.supplier();
        String organisation = order.organisation().code();
        List<Decision> decisions = InvoiceMatch.decisions(invoice);
        List<SupplierInvoiceSheet.Line> lines =
                invoice.lines().stream().map(SupplierInvoices::line).toList();
        BigDecimal expected = invoice.lines().stream()
                .map(line -> line.orderLine()
                        .price()
                        .multiply(BigDecimal.valueOf(line.orderLine().received())))
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
        LocalDate bankChanged = supplier.bankChangedOn();
        return new SupplierInvoiceSheet(
                organisation,
                order.organisation().currency().getCurrencyCode(),
                invoice.number(),
                invoice.paidOn() + "-"
                        + invoice.lines().stream()
                                .map(line -> String.valueOf(line.orderLine().received()))
                                .collect(Collectors.joining(",")),
                statusCode(invoice),
                status(invoice),
                supplier.number(),
                person.reference(organisation, supplier.number()),
                supplier.name(),
                order.number(),
                person.reference(organisation, order.number()),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.discountUntil(),
                invoice.paidOn(),
                invoice.netAmount(),
                expected,
                invoice.netAmount().subtract(expected),
                InvoiceMatch.PRICE_TOLERANCE_PERCENT,
                (int) lines.stream().filter(line -> !line.payable()).count(),
                holdReason(decisions),
                bankChanged == null ? null : ChronoUnit.DAYS.between(bankChanged, today),
                invoice.note(),
                decisions,
                lines);
    }

    /** For the colour of the status. */
    public static String statusCode(SupplierInvoice invoice) {
        return invoice.paidOn() != null ? "PAID" : matches(invoice) ? "OPEN" : "HELD";
    }

    /** How an invoice stands, in words. */
    public static String status(SupplierInvoice invoice) {
        return invoice.paidOn() != null ? "Paid" : matches(invoice) ? "To be paid" : "Does not match";
    }

    private static boolean matches(SupplierInvoice invoice) {
        return invoice.lines().stream().allMatch(InvoiceMatch::isPayable);
    }

    private static @Nullable String holdReason(List<Decision> decisions) {
        String reasons = decisions.stream()
                .filter(decision -> decision.outcome() == Outcome.STOPPED)
                .map(decision -> decision.rule() + " on line " + decision.subject())
                .collect(Collectors.joining(", "));
        return reasons.isEmpty() ? null : reasons;
    }

    private static SupplierInvoiceSheet.Line line(SupplierInvoiceLine line) {
        PurchaseOrderLine ordered = line.orderLine();
        return new SupplierInvoiceSheet.Line(
                line.position(),
                ordered.item().number(),
                ordered.item().name(),
                ordered.item().unit(),
                line.quantity(),
                ordered.quantity(),
                ordered.received(),
                line.quantityVariance(),
                line.price(),
                ordered.price(),
                InvoiceMatch.priceVariancePercent(line),
                line.netAmount(),
                line.netAmount().subtract(ordered.price().multiply(BigDecimal.valueOf(ordered.received()))),
                InvoiceMatch.isPayable(line));
    }
}
