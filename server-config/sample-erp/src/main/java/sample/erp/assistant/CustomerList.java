package sample.erp.assistant;

import erp.assistant.record.ListColumn;
import erp.assistant.record.ListColumn.Kind;
import erp.assistant.record.QuickAction;
import erp.assistant.record.RecordList;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import sample.erp.customer.Customer;
import sample.erp.customer.Customers;
import sample.erp.listing.Listing;
import sample.erp.organisation.Person;

/** The list of customers for the assistant. */
@Singleton
class CustomerList extends ErpList<Customer> {

    @Inject
    CustomerList(StaffReading reading, Clock clock) {
        super(reading, clock);
    }

    @Override
    Listing<Customer> listing(Person person) {
        return Customers.list(person);
    }

    @Override
    RecordList declaration(Person person) {
        return new RecordList(
                "customer",
                "Customers",
                "Who buys. OPEN_ORDERS: has orders to be delivered; OVERDUE: has invoices that are due and not paid.",
                List.of(
                        ListColumn.of("number", "Customer", Kind.TEXT).usable(),
                        ListColumn.of("name", "Name", Kind.TEXT).usable(),
                        ListColumn.of("city", "City", Kind.TEXT).usable().grouping(),
                        ListColumn.of("country", "Country", Kind.TEXT).usable().grouping(),
                        ListColumn.of("manager", "Account manager", Kind.TEXT)
                                .usable()
                                .grouping()
                                .as(Sensitivity.PERSONAL),
                        status(listing(person)),
                        company(),
                        search("number, name and city")),
                List.of(new QuickAction(
                        "how-many", "How many, and where?", "How many of these are there, and in which countries?")));
    }

    @Override
    Rows.Row row(EntityManager em, Customer row, Person person, LocalDate today) {
        String reference = person.reference(row.organisation().code(), row.number());
        return new Rows.Row(
                key(reference),
                List.of(
                        cell("number", Values.text(row.number())).linkedTo(new RecordRef("customer", reference)),
                        cell("name", Values.text(row.name())),
                        cell("city", Values.text(row.address().city())),
                        cell("country", Values.text(row.address().country())),
                        cell("manager", Values.text(row.accountManager())),
                        cell(COMPANY, Values.text(row.organisation().code()))));
    }
}
