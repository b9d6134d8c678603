package sample.erp.assistant;

import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Importance;
import erp.assistant.record.RecordRef;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sample.erp.organisation.Person;
import sample.erp.purchasing.SupplierInvoiceSheet;
import sample.erp.purchasing.SupplierInvoices;

/** Shows supplier invoices, beside their orders, to the assistant. */
@Singleton
public class SupplierInvoiceSource extends ErpSource<SupplierInvoiceSheet> {

    private static final int MAX_ROWS = 20;

    private final SupplierInvoices invoices;
    private final Clock clock;

    @Inject
    public SupplierInvoiceSource(
            StaffReading reading, SupplierInvoices invoices, Clock clock, SupplierInvoiceList list) {
        super("supplier-invoice", reading, list);
        this.invoices = invoices;
        this.clock = clock;
    }

    @Override
    Optional<SupplierInvoiceSheet> sheet(EntityManager em, Person person, String id) {
        return invoices.find(em, person, id);
    }

    @Override
    BusinessRecord record(String id, SupplierInvoiceSheet invoice) {
        Values values = new Values(invoice.currency());
        BusinessRecord.Builder record = BusinessRecord.of(
                        new RecordRef(type(), id), "Supplier invoice " + invoice.number())
                .version(invoice.version(), clock.instant())
                .organisation(invoice.organisation())
                .identity("number", "Supplier invoice", invoice.number())
                .identity("status", "Status", invoice.status())
                .identity("supplierName", "Supplier", invoice.supplierName())
                .fact("netAmount", "Net amount charged", values.money(invoice.netAmount()))
                .fact("expectedAmount", "Net amount of what was received", values.money(invoice.expectedAmount()))
                .fact("difference", "Charged too much", values.money(invoice.difference()))
                .fact(
                        "linesOverTolerance",
                        "Lines that do not match",
                        Values.quantity(invoice.linesOverTolerance(), "lines"))
                .fact("priceTolerance", "Price tolerance", Values.percent(invoice.priceTolerancePercent()))
                .fact("holdReason", "Held because of", Values.text(invoice.holdReason()));
        if (invoice.bankChangedDaysAgo() != null) {
            record.fact(
                    "bankChanged",
                    "Supplier's account was changed",
                    Values.quantity(invoice.bankChangedDaysAgo(), "days ago"));
        }
        record.date("issuedOn", "Invoice date", invoice.issuedOn())
                .date("dueOn", "Due on", invoice.dueOn())
                .date("discountUntil", "Discount until", invoice.discountUntil())
                .date("paidOn", "Paid on", invoice.paidOn())
                .text("orderNumber", "Purchase order", invoice.orderNumber())
                .text("supplierNumber", "Supplier number", invoice.supplierNumber())
                .field(Field.of("note", "Supplier's text", Values.text(invoice.note()))
                        .as(Importance.DETAIL))
                .decisions(Decisions.of(invoice.decisions()))
                .rows(Tables.keyed(
                        "lines",
                        "Lines",
                        invoice.lines().stream()
                                .sorted(Comparator.comparing(SupplierInvoiceSheet.Line::payable))
                                .toList(),
                        MAX_ROWS,
                        line -> String.valueOf(line.position()),
                        line -> cells(line, values),
                        Field.of("amount", "Net amount", values.money(invoice.netAmount()))))
                .action("summary", "Summarise", "Summarise this supplier invoice in three points.");
        if (invoice.holdReason() != null) {
            record.action(
                            "why-held",
                            "Why does it not match?",
                            "Why does this invoice not match the order, line by line?")
                    .action(
                            "draft-complaint",
                            "Draft a complaint",
                            "Draft a short letter to the supplier asking for a credit note.");
        }
        return record.build();
    }

    private static List<Field> cells(SupplierInvoiceSheet.Line line, Values values) {
        return List.of(
                Field.of("item", "Item", Values.text(line.item())),
                Field.of("charged", "Charged", Values.quantity(line.charged(), line.unit())),
                Field.of("received", "Received", Values.quantity(line.received(), line.unit()))
                        .as(Importance.FACT),
                Field.of("ordered", "Ordered", Values.quantity(line.ordered(), line.unit())),
                Field.of(
                        "quantityDifference",
                        "Quantity difference",
                        Values.quantity(line.quantityDifference(), line.unit())),
                Field.of("price", "Price charged", values.money(line.price())),
                Field.of("orderedPrice", "Price ordered", values.money(line.orderedPrice())),
                Field.of("priceDifference", "Price difference", Values.percent(line.priceDifferencePercent())),
                Field.of("difference", "Difference", values.money(line.difference())),
                Field.of("payable", "Within tolerance", Values.flag(line.payable())));
    }
}
