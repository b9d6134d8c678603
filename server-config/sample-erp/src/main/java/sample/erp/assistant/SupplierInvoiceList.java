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
import sample.erp.listing.Listing;
import sample.erp.organisation.Person;
import sample.erp.purchasing.SupplierInvoice;
import sample.erp.purchasing.SupplierInvoices;

/** The list of supplier invoices for the assistant. */
@Singleton
class SupplierInvoiceList extends ErpList<SupplierInvoice> {

    @Inject
    SupplierInvoiceList(StaffReading reading, Clock clock) {
        super(reading, clock);
    }

    @Override
    Listing<SupplierInvoice> listing(Person person) {
        return SupplierInvoices.list(person);
    }

    @Override
    boolean seenBy(Person person) {
        return person.role().seesPurchasing();
    }

    @Override
    RecordList declaration(Person person) {
        return new RecordList(
                "supplier-invoice",
                "Supplier invoices",
                "What suppliers ask for. HELD: not paid because quantity or price differ from the order.",
                List.of(
                        ListColumn.of("number", "Invoice", Kind.TEXT).usable(),
                        ListColumn.of("supplier", "Supplier", Kind.TEXT)
                                .usable()
                                .grouping(),
                        status(listing(person)),
                        ListColumn.of("due", "Due", Kind.DAY),
                        ListColumn.of("net", "Net amount", Kind.MONEY),
                        ListColumn.of("order", "Purchase order", Kind.TEXT).usable(),
                        ListColumn.of("issued", "Issued", Kind.DAY).usable().with(ListAggregate.MIN, ListAggregate.MAX),
                        company(),
                        search("invoice, supplier and order")),
                List.of(new QuickAction(
                        "which-held", "Which are held?", "Which of these are held, and which fall due next?")));
    }

    @Override
    Rows.Row row(EntityManager em, SupplierInvoice row, Person person, LocalDate today) {
        String organisation = row.purchaseOrder().organisation().code();
        String reference = person.reference(organisation, row.number());
        Values values = new Values(row.purchaseOrder().organisation().currency().getCurrencyCode());
        return new Rows.Row(
                key(reference),
                List.of(
                        cell("number", Values.text(row.number()))
                                .linkedTo(new RecordRef("supplier-invoice", reference)),
                        cell(
                                "supplier",
                                Values.text(row.purchaseOrder().supplier().name())),
                        cell(STATUS, Values.text(SupplierInvoices.status(row))),
                        cell("due", Values.day(row.dueOn())),
                        cell("net", values.money(row.netAmount())),
                        cell("order", Values.text(row.purchaseOrder().number())),
                        cell("issued", Values.day(row.issuedOn())),
                        cell(COMPANY, Values.text(organisation))));
    }
}
