package sample.erp.assistant;

import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Importance;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Value;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sample.erp.organisation.Person;
import sample.erp.purchasing.PurchaseOrderSheet;
import sample.erp.purchasing.PurchaseOrders;

/** Shows purchase orders to the assistant. */
@Singleton
public class PurchaseOrderSource extends ErpSource<PurchaseOrderSheet> {

    private static final int MAX_ROWS = 20;

    private static final Comparator<PurchaseOrderSheet.Line> MOST_URGENT = Comparator.comparing(
                    PurchaseOrderSheet.Line::overdueDays)
            .reversed()
            .thenComparing(line -> line.open() == 0)
            .thenComparing(PurchaseOrderSheet.Line::position);

    private final PurchaseOrders orders;
    private final Clock clock;

    @Inject
    public PurchaseOrderSource(StaffReading reading, PurchaseOrders orders, Clock clock, PurchaseOrderList list) {
        super("purchase-order", reading, list);
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    Optional<PurchaseOrderSheet> sheet(EntityManager em, Person person, String id) {
        return orders.find(em, person, id);
    }

    @Override
    BusinessRecord record(String id, PurchaseOrderSheet order) {
        Values values = new Values(order.currency());
        BusinessRecord.Builder record = BusinessRecord.of(new RecordRef(type(), id), "Purchase order " + order.number())
                .version(order.version(), clock.instant())
                .organisation(order.organisation())
                .identity("number", "Purchase order", order.number())
                .identity("status", "Status", order.status())
                .identity("supplierName", "Supplier", order.supplierName());
        addFacts(record, order, values);
        addHeader(record, order, values);
        record.decisions(Decisions.of(order.decisions()));
        addRows(record, order, values);
        addActions(record, order);
        return record.build();
    }

    private static void addFacts(BusinessRecord.Builder record, PurchaseOrderSheet order, Values values) {
        record.fact("netAmount", "Net value", values.money(order.netAmount()))
                .fact("openAmount", "Net value still to come", values.money(order.openAmount()))
                .fact("overdueLines", "Overdue lines", Values.quantity(order.overdueLines(), "lines"))
                .fact("unconfirmedLines", "Unconfirmed lines", Values.quantity(order.unconfirmedLines(), "lines"))
                .fact("oldestOverdueDays", "Longest overdue for", Values.quantity(order.oldestOverdueDays(), "days"))
                .fact("chaseFirst", "To be chased first", Values.text(order.chaseFirst()));
        PurchaseOrderSheet.Purpose purpose = order.purpose();
        if (purpose.budget() != null) {
            record.field(budget("budget", "Budget of the cost centre this year", values.money(purpose.budget())))
                    .field(budget("spent", "Spent of the budget so far", values.money(purpose.spent())))
                    .field(budget("leftAfter", "Left after this order", values.money(purpose.leftAfter())));
        }
    }

    private static Field budget(String id, String label, Value value) {
        return Field.of(id, label, value).as(Importance.FACT).as(Sensitivity.CONFIDENTIAL);
    }

    private static void addHeader(BusinessRecord.Builder record, PurchaseOrderSheet order, Values values) {
        record.date("orderedOn", "Ordered on", order.orderedOn())
                .text(
                        "costCentre",
                        "Cost centre",
                        order.purpose().costCentre() + " " + order.purpose().costCentreName())
                .text("supplierNumber", "Supplier number", order.supplierNumber())
                .field(Values.personal("buyer", "Buyer", order.buyer()))
                .field(Values.personal("requester", "Asked for by", order.requester()))
                .field(Values.personal("approvedBy", "Approved by", order.approvedBy()))
                .date("approvedOn", "Approved on", order.approvedOn())
                .field(Values.personal("contactName", "Contact person", order.contactName())
                        .as(Importance.DETAIL))
                .field(Field.of("note", "Note", Values.text(order.note())).as(Importance.DETAIL))
                .rows(Tables.keyed(
                        "siblings",
                        "Same buyer, same supplier, same week",
                        order.siblings(),
                        MAX_ROWS,
                        PurchaseOrderSheet.Sibling::number,
                        sibling -> List.of(
                                Field.of("orderedOn", "Ordered on", Values.day(sibling.orderedOn())),
                                Field.of("netAmount", "Net value", values.money(sibling.netAmount())))));
    }

    private static void addRows(BusinessRecord.Builder record, PurchaseOrderSheet order, Values values) {
        record.rows(Tables.keyed(
                "lines",
                "Lines",
                order.lines().stream().sorted(MOST_URGENT).toList(),
                MAX_ROWS,
                line -> String.valueOf(line.position()),
                line -> cells(line, values),
                Field.of("amount", "Net value", values.money(order.netAmount()))));
    }

    private static List<Field> cells(PurchaseOrderSheet.Line line, Values values) {
        List<Field> cells = new ArrayList<>(List.of(
                Field.of("item", "Item", Values.text(line.item())),
                Field.of("standing", "Status", Values.text(line.standing())),
                Field.of("quantity", "Ordered", Values.quantity(line.quantity(), line.unit())),
                Field.of("openQuantity", "Open", Values.quantity(line.open(), line.unit())),
                Field.of("requestedDate", "Requested", Values.day(line.requestedOn())),
                Field.of("confirmedDate", "Confirmed", Values.day(line.confirmedOn())),
                Field.of("overdueDays", "Overdue for", Values.quantity(line.overdueDays(), "days")),
                Field.of("price", "Price", values.money(line.price()))));
        if (line.lastPrice() != null) {
            cells.add(Field.of("priceChange", "Against the last price", Values.percent(line.priceChangePercent()))
                    .as(Importance.FACT));
            cells.add(Field.of("lastPrices", "Earlier prices", Values.text(line.lastPrices()))
                    .as(Importance.FACT));
        }
        if (!line.waiting().isEmpty()) {
            cells.add(
                    Field.of("waitingPieces", "Needed by orders", Values.quantity(line.waitingPieces(), line.unit())));
            cells.add(Field.of("waiting", "Waiting for it", Values.text(line.waiting()))
                    .as(Importance.FACT));
        }
        return cells;
    }

    private static void addActions(BusinessRecord.Builder record, PurchaseOrderSheet order) {
        record.action("summary", "Summarise", "Summarise this purchase order in three points.");
        if (order.approvedBy() == null && !order.decisions().isEmpty()) {
            record.action(
                    "approve-what", "What am I approving?", "Summarise what is to be approved, and anything unusual.");
        }
        if (order.chaseFirst() != null) {
            record.action(
                            "chase",
                            "Who do I chase first?",
                            "Which lines are late or unconfirmed, and who do I chase first?")
                    .action(
                            "draft-chaser",
                            "Draft a reminder",
                            "Draft a short reminder to the supplier about the late lines.");
        }
    }
}
