package sample.erp.assistant;

import erp.assistant.record.ListAggregate;
import erp.assistant.record.ListColumn;
import erp.assistant.record.ListColumn.Kind;
import erp.assistant.record.QuickAction;
import erp.assistant.record.RecordList;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Rows;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import sample.erp.invoice.CustomerInvoice;
import sample.erp.invoice.CustomerInvoices;
import sample.erp.invoice.InvoiceStanding;
import sample.erp.listing.Listing;
import sample.erp.organisation.Person;

/** The list of customer invoices for the assistant. */
@Singleton
class CustomerInvoiceList extends ErpList<CustomerInvoice> {

    @Inject
    CustomerInvoiceList(StaffReading reading, Clock clock) {
        super(reading, clock);
    }

    @Override
    Listing<CustomerInvoice> listing(Person person) {
        return CustomerInvoices.list(person);
    }

    @Override
    boolean seenBy(Person person) {
        return person.role().seesInvoices();
    }

    @Override
    RecordList declaration(Person person) {
        return new RecordList(
                "customer-invoice",
                "Customer invoices",
                "What customers owe. OVERDUE: due and not paid; OPEN: not due yet; DISPUTED: the customer objects.",
                List.of(
                        ListColumn.of("number", "Invoice", Kind.TEXT).usable(),
                        ListColumn.of("customer", "Customer", Kind.TEXT)
                                .usable()
                                .grouping(),
                        status(listing(person)),
                        ListColumn.of("due", "Due", Kind.DAY).usable().with(ListAggregate.MIN, ListAggregate.MAX),
                        ListColumn.of("open", "Open amount", Kind.MONEY)
                                .usable()
                                .with(ListAggregate.SUM, ListAggregate.MAX),
                        ListColumn.of("daysOverdue", "Days overdue", Kind.NUMBER),
                        ListColumn.of("dunningLevel", "Dunning level (0 to 3)", Kind.NUMBER)
                                .usable(),
                        ListColumn.of("gross", "Gross amount", Kind.MONEY)
                                .usable()
                                .with(ListAggregate.SUM),
                        ListColumn.of("issued", "Issued", Kind.DAY).usable(),
                        company(),
                        search("invoice and customer")),
                List.of(
                        new QuickAction(
                                "which-overdue",
                                "Which are overdue?",
                                "Which of these are overdue, since when, and how much is open on them?"),
                        new QuickAction(
                                "who-owes-most",
                                "Who owes most?",
                                "Which of these have the greatest open amounts, and what is the next thing to do?")));
    }

    @Override
    Rows.Row row(EntityManager em, CustomerInvoice row, Person person, LocalDate today) {
        String reference = person.reference(row.organisation().code(), row.number());
        Values values = new Values(row.organisation().currency().getCurrencyCode());
        InvoiceStanding standing = InvoiceStanding.of(row, today);
        return new Rows.Row(
                key(reference),
                List.of(
                        cell("number", Values.text(row.number()))
                                .linkedTo(new RecordRef("customer-invoice", reference)),
                        cell("customer", Values.text(row.customer().name())),
                        cell(STATUS, Values.text(standing.status().label())),
                        cell("due", Values.day(row.dueOn())),
                        cell("open", values.money(row.openAmount())),
                        cell("daysOverdue", Values.quantity(standing.daysOverdue(), "days")),
                        cell("dunningLevel", Values.quantity(row.dunningLevel(), "")),
                        cell("gross", values.money(row.grossAmount())),
                        cell("issued", Values.day(row.issuedOn())),
                        cell(COMPANY, Values.text(row.organisation().code()))));
    }
}
