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
import sample.erp.production.ProductionOrder;
import sample.erp.production.ProductionOrders;

/** The list of production orders for the assistant. */
@Singleton
class ProductionOrderList extends ErpList<ProductionOrder> {

    @Inject
    ProductionOrderList(StaffReading reading, Clock clock) {
        super(reading, clock);
    }

    @Override
    Listing<ProductionOrder> listing(Person person) {
        return ProductionOrders.list(person);
    }

    @Override
    boolean seenBy(Person person) {
        return person.role().seesProduction();
    }

    @Override
    RecordList declaration(Person person) {
        return new RecordList(
                "production-order",
                "Production orders",
                "What is made. LATE: not finished, and its planned start has passed.",
                List.of(
                        ListColumn.of("number", "Production order", Kind.TEXT).usable(),
                        ListColumn.of("item", "Item", Kind.TEXT).usable().grouping(),
                        ListColumn.of("description", "Description", Kind.TEXT).usable(),
                        status(listing(person)),
                        ListColumn.of("start", "Planned start", Kind.DAY).usable(),
                        ListColumn.of("due", "Due", Kind.DAY).usable().with(ListAggregate.MIN, ListAggregate.MAX),
                        ListColumn.of("late", "Late", Kind.FLAG),
                        ListColumn.of("quantity", "Quantity", Kind.NUMBER).usable(),
                        company(),
                        search("order and item")),
                List.of(new QuickAction(
                        "which-late", "Which are late?", "Which of these are late, and what do they make?")));
    }

    @Override
    Rows.Row row(EntityManager em, ProductionOrder row, Person person, LocalDate today) {
        String reference = person.reference(row.organisation().code(), row.number());
        return new Rows.Row(
                key(reference),
                List.of(
                        cell("number", Values.text(row.number()))
                                .linkedTo(new RecordRef("production-order", reference)),
                        cell("item", Values.text(row.item().number())),
                        cell("description", Values.text(row.item().name())),
                        cell(STATUS, Values.text(row.status().label())),
                        cell("start", Values.day(row.plannedStart())),
                        cell("due", Values.day(row.dueOn())),
                        cell(
                                "late",
                                Values.flag(row.status() != ProductionOrder.Status.FINISHED
                                        && row.plannedStart().isBefore(today))),
                        cell(
                                "quantity",
                                Values.quantity(row.quantity(), row.item().unit())),
                        cell(COMPANY, Values.text(row.organisation().code()))));
    }
}
