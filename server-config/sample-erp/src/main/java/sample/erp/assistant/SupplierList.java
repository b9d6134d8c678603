package sample.erp.assistant;

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
import sample.erp.purchasing.Supplier;
import sample.erp.purchasing.Suppliers;

/** The list of suppliers for the assistant. */
@Singleton
class SupplierList extends ErpList<Supplier> {

    @Inject
    SupplierList(StaffReading reading, Clock clock) {
        super(reading, clock);
    }

    @Override
    Listing<Supplier> listing(Person person) {
        return Suppliers.list(person);
    }

    @Override
    boolean seenBy(Person person) {
        return person.role().seesPurchasing();
    }

    @Override
    RecordList declaration(Person person) {
        return new RecordList(
                "supplier",
                "Suppliers",
                "Who sells to us. CONTRACTS: a contract ends this year; ACCOUNT: the bank account changed within 30 days.",
                List.of(
                        ListColumn.of("number", "Supplier", Kind.TEXT).usable(),
                        ListColumn.of("name", "Name", Kind.TEXT).usable(),
                        ListColumn.of("country", "Country", Kind.TEXT).usable().grouping(),
                        ListColumn.of("bankChanged", "Bank account changed", Kind.DAY)
                                .usable(),
                        status(listing(person)),
                        company(),
                        search("number and name")),
                List.of(new QuickAction(
                        "which-changed",
                        "Whose account changed?",
                        "Which of these have changed their bank account lately?")));
    }

    @Override
    Rows.Row row(EntityManager em, Supplier row, Person person, LocalDate today) {
        String reference = person.reference(row.organisation().code(), row.number());
        return new Rows.Row(
                key(reference),
                List.of(
                        cell("number", Values.text(row.number())).linkedTo(new RecordRef("supplier", reference)),
                        cell("name", Values.text(row.name())),
                        cell("country", Values.text(row.country())),
                        cell("bankChanged", Values.day(row.bankChangedOn())),
                        cell(COMPANY, Values.text(row.organisation().code()))));
    }
}
