package sample.erp.assistant;

import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Importance;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import sample.erp.invoice.CustomerInvoiceSheet;
import sample.erp.invoice.CustomerInvoices;
import sample.erp.invoice.InvoiceStatus;
import sample.erp.organisation.Person;

/** Shows customer invoices to the assistant. */
@Singleton
public class CustomerInvoiceSource extends ErpSource<CustomerInvoiceSheet> {

    private static final int MAX_LINES = 20;
    private static final int MAX_CONTACTS = 5;

    private final CustomerInvoices invoices;
    private final Clock clock;

    @Inject
    public CustomerInvoiceSource(
            StaffReading reading, CustomerInvoices invoices, Clock clock, CustomerInvoiceList list) {
        super("customer-invoice", reading, list);
        this.invoices = invoices;
        this.clock = clock;
    }

    @Override
    Optional<CustomerInvoiceSheet> sheet(EntityManager em, Person person, String id) {
        return invoices.find(em, person, id);
    }

    @Override
    BusinessRecord record(String id, CustomerInvoiceSheet invoice) {
        Values values = new Values(invoice.currency());
        BusinessRecord.Builder record = BusinessRecord.of(
                        new RecordRef(type(), id), "Customer invoice " + invoice.number())
                .version(invoice.version(), clock.instant())
                .organisation(invoice.organisation())
                .identity("number", "Invoice", invoice.number())
                .identity("status", "Status", invoice.status())
                .identity("customerName", "Customer", invoice.customerName());
        addFacts(record, invoice, values);
        addHeader(record, invoice, values);
        record.rows(lines(invoice, values)).rows(payments(invoice, values)).rows(contacts(invoice));
        addActions(record, invoice);
        return record.build();
    }

    private static void addFacts(BusinessRecord.Builder record, CustomerInvoiceSheet invoice, Values values) {
        record.fact("openAmount", "Open amount", values.money(invoice.openAmount()))
                .fact("daysOverdue", "Overdue for", Values.quantity(invoice.daysOverdue(), "days"))
                .fact("dunningLevel", "Dunning level (0 to 3)", Values.quantity(invoice.dunningLevel(), "reminders"))
                .fact("lastReminder", "Last reminder", Values.day(invoice.lastReminder()))
                .fact("nextStep", "Next step of credit control", Values.text(invoice.nextStep()))
                .fact("nextStepDate", "Next step due on", Values.day(invoice.nextStepDate()))
                .fact("lateInterest", "Late-payment interest so far", values.money(invoice.lateInterest()))
                .fact("promisedPayment", "Payment promised for", Values.day(invoice.promisedPayment()))
                .fact("promiseBroken", "Promise not kept", Values.flag(invoice.promiseBroken()))
                .fact("dispute", "Dispute", Values.text(invoice.dispute()));
    }

    private static void addHeader(BusinessRecord.Builder record, CustomerInvoiceSheet invoice, Values values) {
        record.date("invoiceDate", "Invoice date", invoice.invoiceDate())
                .date("dueDate", "Due on", invoice.dueDate())
                .field(Field.of("grossAmount", "Gross amount", values.money(invoice.grossAmount())))
                .field(Field.of("netAmount", "Net amount", values.money(invoice.netAmount())))
                .field(Field.of("taxAmount", "Tax", values.money(invoice.taxAmount())))
                .field(Field.of("taxPercent", "Tax rate", Values.percent(invoice.taxPercent()))
                        .as(Importance.DETAIL))
                .field(Field.of("paidAmount", "Paid", values.money(invoice.paidAmount())))
                .field(Field.of(
                        "paymentTermsDays", "Payment terms", Values.quantity(invoice.paymentTermsDays(), "days")))
                .text("language", "Language of letters", invoice.language())
                .text("customerNumber", "Customer number", invoice.customerNumber())
                .text("orderNumber", "Sales order", invoice.orderNumber());
    }

    private static Rows lines(CustomerInvoiceSheet invoice, Values values) {
        List<Rows.Row> rows = invoice.lines().stream()
                .limit(MAX_LINES)
                .map(line -> new Rows.Row(
                        String.valueOf(line.position()),
                        List.of(
                                Field.of("item", "Item", Values.text(line.item())),
                                Field.of("description", "Description", Values.text(line.description())),
                                Field.of("quantity", "Quantity", Values.quantity(line.quantity(), line.unit())),
                                Field.of("netPrice", "Net price", values.money(line.netPrice())),
                                Field.of("amount", "Net amount", values.money(line.amount())))))
                .toList();
        Field total = Field.of("amount", "Net amount", values.money(invoice.netAmount()));
        return new Rows("lines", "Lines", rows, invoice.lines().size(), List.of(total));
    }

    private static Rows payments(CustomerInvoiceSheet invoice, Values values) {
        List<CustomerInvoiceSheet.Receipt> payments = invoice.payments();
        List<Rows.Row> rows = IntStream.range(0, Math.min(MAX_LINES, payments.size()))
                .mapToObj(i -> new Rows.Row(
                        String.valueOf(i + 1),
                        List.of(
                                Field.of(
                                        "paidOn",
                                        "Paid on",
                                        Values.day(payments.get(i).paidOn())),
                                Field.of(
                                        "amount",
                                        "Amount",
                                        values.money(payments.get(i).amount())))))
                .toList();
        Field total = Field.of("amount", "Amount", values.money(invoice.paidAmount()));
        return new Rows("payments", "Payments", rows, payments.size(), List.of(total));
    }

    private static Rows contacts(CustomerInvoiceSheet invoice) {
        List<CustomerInvoiceSheet.Talk> contacts = invoice.contacts();
        List<Rows.Row> rows = IntStream.range(0, Math.min(MAX_CONTACTS, contacts.size()))
                .mapToObj(i -> contact(i + 1, contacts.get(i)))
                .toList();
        return new Rows("contacts", "Contacts about this invoice", rows, contacts.size(), List.of());
    }

    private static Rows.Row contact(int key, CustomerInvoiceSheet.Talk contact) {
        return new Rows.Row(
                String.valueOf(key),
                List.of(
                        Field.of("on", "Date", Values.day(contact.on())),
                        Field.of("channel", "Channel", Values.text(contact.channel())),
                        Field.of("summary", "What was said", Values.text(contact.summary()))
                                .as(Sensitivity.CONFIDENTIAL),
                        Values.personal("employee", "Employee", contact.employee())));
    }

    private static void addActions(BusinessRecord.Builder record, CustomerInvoiceSheet invoice) {
        record.action("summary", "Summarise", "Summarise this invoice and what happened so far.");
        if (invoice.statusCode() != InvoiceStatus.PAID) {
            record.action("next-step", "What is next?", "What is the next step to get this invoice paid, and when?");
        }
        if (invoice.statusCode() == InvoiceStatus.OVERDUE) {
            record.action(
                    "draft-reminder",
                    "Draft a reminder",
                    "Draft the next reminder for this invoice in the customer's language.");
        }
        if (invoice.statusCode() == InvoiceStatus.DISPUTED) {
            record.action("explain-dispute", "What is disputed?", "What does the customer dispute, and since when?");
        }
    }
}
