package sample.erp.assistant;

import erp.assistant.record.ListAggregate;
import erp.assistant.record.ListColumn;
import erp.assistant.record.ListColumn.Kind;
import erp.assistant.record.QuickAction;
import erp.assistant.record.RecordList;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Rows;
import erp.assistant.record.Withheld;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import sample.erp.listing.Listing;
import sample.erp.organisation.Person;
import sample.erp.sales.SalesOrder;
import sample.erp.sales.SalesOrders;

/** The list of sales orders for the assistant. */
@Singleton
class SalesOrderList extends ErpList<SalesOrder> {

    @Inject
    SalesOrderList(StaffReading reading, Clock clock) {
        super(reading, clock);
    }

    @Override
    Listing<SalesOrder> listing(Person person) {
        return SalesOrders.list(person);
    }

    @Override
    RecordList declaration(Person person) {
        return new RecordList(
                "sales-order",
                "Sales orders",
                "What customers have ordered. LATE: goods are still to be delivered and a promised date has passed; CREDIT_HOLD: stopped by credit control.",
                List.of(
                        ListColumn.of("number", "Sales order", Kind.TEXT).usable(),
                        ListColumn.of("customer", "Customer", Kind.TEXT)
                                .usable()
                                .grouping(),
                        status(listing(person)),
                        ListColumn.of("requested", "Requested", Kind.DAY)
                                .usable()
                                .with(ListAggregate.MIN, ListAggregate.MAX),
                        ListColumn.of("late", "Late", Kind.FLAG),
                        person.role().seesPrices()
                                ? ListColumn.of("net", "Net amount", Kind.MONEY)
                                        .usable()
                                        .with(ListAggregate.SUM, ListAggregate.MAX)
                                : ListColumn.of("net", "Net amount", Kind.MONEY),
                        ListColumn.of("ordered", "Ordered", Kind.DAY).usable(),
                        company(),
                        search("order, customer and customer's reference")),
                List.of(
                        new QuickAction(
                                "which-late", "Which are late?", "Which of these are late, and for which customers?"),
                        new QuickAction(
                                "largest", "The largest", "Which of these are the largest, and what do all come to?")));
    }

    @Override
    List<Withheld> withheld(Person person) {
        return person.role().seesPrices()
                ? List.of()
                : List.of(new Withheld("net", "Net amount", "needs a role of the ERP that sees prices"));
    }

    @Override
    Rows.Row row(EntityManager em, SalesOrder row, Person person, LocalDate today) {
        String reference = person.reference(row.organisation().code(), row.number());
        Values values = new Values(row.organisation().currency().getCurrencyCode());
        return new Rows.Row(
                key(reference),
                List.of(
                        cell("number", Values.text(row.number())).linkedTo(new RecordRef("sales-order", reference)),
                        cell("customer", Values.text(row.customer().name())),
                        cell(STATUS, Values.text(row.status().label())),
                        cell("requested", Values.day(row.requestedOn())),
                        cell("late", Values.flag(row.lines().stream().anyMatch(line -> line.isLate(today)))),
                        cell("net", values.money(person.role().seesPrices() ? row.netAmount() : null)),
                        cell("ordered", Values.day(row.orderedOn())),
                        cell(COMPANY, Values.text(row.organisation().code()))));
    }
}
