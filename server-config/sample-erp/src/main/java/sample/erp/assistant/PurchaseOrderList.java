package sample.erp.assistant;

import erp.assistant.record.ListAggregate;
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
import sample.erp.listing.Listing;
import sample.erp.organisation.Person;
import sample.erp.purchasing.Approval;
import sample.erp.purchasing.LineStanding;
import sample.erp.purchasing.PurchaseOrder;
import sample.erp.purchasing.PurchaseOrders;

/** The list of purchase orders for the assistant. */
@Singleton
class PurchaseOrderList extends ErpList<PurchaseOrder> {

    @Inject
    PurchaseOrderList(StaffReading reading, Clock clock) {
        super(reading, clock);
    }

    @Override
    Listing<PurchaseOrder> listing(Person person) {
        return PurchaseOrders.list(person);
    }

    @Override
    boolean seenBy(Person person) {
        return person.role().seesPurchasing();
    }

    @Override
    RecordList declaration(Person person) {
        return new RecordList(
                "purchase-order",
                "Purchase orders",
                "What was ordered from suppliers. OVERDUE: goods are missing and their date has passed; APPROVAL: waits for approval.",
                List.of(
                        ListColumn.of("number", "Purchase order", Kind.TEXT).usable(),
                        ListColumn.of("supplier", "Supplier", Kind.TEXT)
                                .usable()
                                .grouping(),
                        status(listing(person)),
                        ListColumn.of("overdueLines", "Overdue lines", Kind.NUMBER),
                        ListColumn.of("net", "Net amount", Kind.MONEY),
                        ListColumn.of("ordered", "Ordered", Kind.DAY)
                                .usable()
                                .with(ListAggregate.MIN, ListAggregate.MAX),
                        ListColumn.of("buyer", "Buyer", Kind.TEXT)
                                .usable()
                                .grouping()
                                .as(Sensitivity.PERSONAL),
                        company(),
                        search("order, supplier and buyer")),
                List.of(new QuickAction(
                        "whom-to-chase",
                        "Whom to chase?",
                        "Which of these are overdue, and which suppliers should be chased first?")));
    }

    @Override
    Rows.Row row(EntityManager em, PurchaseOrder row, Person person, LocalDate today) {
        String reference = person.reference(row.organisation().code(), row.number());
        Values values = new Values(row.organisation().currency().getCurrencyCode());
        long overdue = row.lines().stream()
                .filter(line -> LineStanding.of(line, today).isOverdue())
                .count();
        return new Rows.Row(
                key(reference),
                List.of(
                        cell("number", Values.text(row.number())).linkedTo(new RecordRef("purchase-order", reference)),
                        cell("supplier", Values.text(row.supplier().name())),
                        cell(STATUS, Values.text(Approval.status(row, overdue > 0))),
                        cell("overdueLines", Values.quantity(overdue, "")),
                        cell("net", values.money(row.netAmount())),
                        cell("ordered", Values.day(row.orderedOn())),
                        cell("buyer", Values.text(row.buyer())),
                        cell(COMPANY, Values.text(row.organisation().code()))));
    }
}
