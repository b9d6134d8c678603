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
import sample.erp.sales.Deliveries;
import sample.erp.sales.Delivery;

/** The list of deliveries for the assistant. */
@Singleton
class DeliveryList extends ErpList<Delivery> {

    @Inject
    DeliveryList(StaffReading reading, Clock clock) {
        super(reading, clock);
    }

    @Override
    Listing<Delivery> listing(Person person) {
        return Deliveries.list(person);
    }

    @Override
    RecordList declaration(Person person) {
        return new RecordList(
                "delivery",
                "Deliveries",
                "What was shipped. LATE: shipped after a promised date; WEEK: of the last seven days.",
                List.of(
                        ListColumn.of("number", "Delivery", Kind.TEXT).usable(),
                        ListColumn.of("customer", "Customer", Kind.TEXT)
                                .usable()
                                .grouping(),
                        ListColumn.of("order", "Sales order", Kind.TEXT).usable(),
                        ListColumn.of("shipped", "Shipped", Kind.DAY)
                                .usable()
                                .with(ListAggregate.MIN, ListAggregate.MAX),
                        ListColumn.of("carrier", "Carrier", Kind.TEXT).usable().grouping(),
                        ListColumn.of("late", "Late", Kind.FLAG),
                        status(listing(person)),
                        company(),
                        search("delivery, customer and order")),
                List.of(new QuickAction(
                        "which-late", "Which were late?", "Which of these were shipped late, and by which carriers?")));
    }

    @Override
    Rows.Row row(EntityManager em, Delivery row, Person person, LocalDate today) {
        String organisation = row.salesOrder().organisation().code();
        String reference = person.reference(organisation, row.number());
        return new Rows.Row(
                key(reference),
                List.of(
                        cell("number", Values.text(row.number())).linkedTo(new RecordRef("delivery", reference)),
                        cell("customer", Values.text(row.salesOrder().customer().name())),
                        cell("order", Values.text(row.salesOrder().number())),
                        cell("shipped", Values.day(row.shippedOn())),
                        cell("carrier", Values.text(row.carrier())),
                        cell(
                                "late",
                                Values.flag(row.lines().stream()
                                        .anyMatch(line ->
                                                line.orderLine().promisedOn().isBefore(row.shippedOn())))),
                        cell(COMPANY, Values.text(organisation))));
    }
}
