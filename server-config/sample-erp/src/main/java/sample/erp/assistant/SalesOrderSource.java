package sample.erp.assistant;

import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Importance;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Sensitivity;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sample.erp.organisation.Person;
import sample.erp.sales.OrderProgress;
import sample.erp.sales.PriceQuestion;
import sample.erp.sales.SalesOrderSheet;
import sample.erp.sales.SalesOrders;

/**
 * Shows sales orders to the assistant.
 *
 * <p>The order comes from the service that the screen uses too, already cut to what the asker may see. This class only
 * names the fields; what it does not name is not sent.
 */
@Singleton
public class SalesOrderSource extends ErpSource<SalesOrderSheet> {

    private final SalesOrders orders;
    private final Clock clock;

    @Inject
    public SalesOrderSource(StaffReading reading, SalesOrders orders, Clock clock, SalesOrderList list) {
        super("sales-order", reading, list);
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    Optional<SalesOrderSheet> sheet(EntityManager em, Person person, String id) {
        return orders.find(em, person, id);
    }

    @Override
    BusinessRecord record(String id, SalesOrderSheet order) {
        Values values = new Values(order.currency());
        BusinessRecord.Builder record = BusinessRecord.of(new RecordRef(type(), id), "Sales order " + order.number())
                .version(order.version(), clock.instant())
                .organisation(order.organisation())
                .identity("number", "Sales order", order.number())
                .identity("status", "Status", order.status())
                .identity("customerName", "Customer", order.customerName());
        addFacts(record, order, values);
        addHeader(record, order, values);
        addPriceQuestion(record, order.priceQuestion(), values);
        record.decisions(Decisions.of(order.decisions()));
        SalesOrderRows.add(record, order, values);
        addActions(record, order);
        return record.build();
    }

    private static void addFacts(BusinessRecord.Builder record, SalesOrderSheet order, Values values) {
        OrderProgress progress = order.progress();
        SalesOrderSheet.Block block = order.block();
        if (block != null) {
            record.fact("blockReason", "Deliveries are stopped because of", Values.text(block.reason()))
                    .fact("blockedSince", "Stopped since", Values.day(block.since()))
                    .fact("blockedBy", "Stopped by", Values.text(block.by()));
        }
        record.fact("percentDelivered", "Delivered", Values.percent(progress.percentDelivered()))
                .fact("openLines", "Lines with open quantity", Values.quantity(progress.openLines(), "lines"))
                .fact("lateLines", "Late lines", Values.quantity(progress.lateLines(), "lines"))
                .fact("oldestLateDays", "Latest line is late by", Values.quantity(progress.oldestLateDays(), "days"))
                .fact("earliestFullDelivery", "Earliest full delivery", Values.day(progress.earliestFull()));
        if (order.credit() != null) {
            CreditFacts.add(record, order.credit(), values);
        }
        if (order.margin() != null) {
            record.field(confidential(
                            Field.of("cost", "Cost", values.money(order.margin().cost()))))
                    .field(confidential(Field.of(
                            "margin", "Margin", values.money(order.margin().amount()))))
                    .field(confidential(Field.of(
                            "marginPercent",
                            "Margin in percent",
                            Values.percent(order.margin().percent()))));
        }
    }

    private static void addPriceQuestion(
            BusinessRecord.Builder record, @Nullable PriceQuestion question, Values values) {
        if (question == null) {
            return;
        }
        record.fact("concession", "The customer's wish would cost", values.money(question.concession()))
                .fact("netAfterDiscount", "Net value after the discount asked for", values.money(question.netAfter()))
                .fact("approvalNeeded", "Approval needed for the discount", Values.flag(question.approvalNeeded()))
                .fact("approver", "To be approved by", Values.text(question.approver()))
                .fact("discountLimit", "Sales may grant in all", Values.percent(question.limitPercent()))
                .fact("usualDiscount", "Customer's usual discount", Values.percent(question.usualPercent()));
        if (question.marginPercentAfter() != null) {
            record.field(confidential(Field.of(
                    "marginAfterDiscount",
                    "Margin after the discount asked for",
                    Values.percent(question.marginPercentAfter()))));
        }
        record.rows(Tables.keyed(
                "priceRequests",
                "Discounts asked for",
                question.lines(),
                SalesOrderRows.MAX_LINES,
                line -> String.valueOf(line.position()),
                line -> List.of(
                        Field.of("askedPercent", "Asked for", Values.percent(line.askedPercent()))
                                .as(Importance.FACT),
                        Field.of("totalPercent", "Discount in all", Values.percent(line.totalPercent())),
                        Field.of("priceAfter", "Price after it", values.money(line.priceAfter())),
                        Field.of("cost", "Costs us", values.money(line.concession())))));
    }

    private static Field confidential(Field field) {
        return field.as(Importance.FACT).as(Sensitivity.CONFIDENTIAL);
    }

    private static void addHeader(BusinessRecord.Builder record, SalesOrderSheet order, Values values) {
        record.date("orderDate", "Ordered on", order.orderDate())
                .date("requestedDate", "Requested delivery", order.requestedDate());
        if (order.amounts() != null) {
            record.field(Field.of(
                            "netAmount",
                            "Net value",
                            values.money(order.amounts().net())))
                    .field(Field.of(
                            "openAmount",
                            "Net value still open",
                            values.money(order.amounts().open())));
        }
        record.text("customerNumber", "Customer number", order.customerNumber())
                .text("customerOrder", "Customer's order number", order.customerOrder())
                .text("shipTo", "Ship to", order.shipTo())
                .text("deliveryTerms", "Delivery terms", order.deliveryTerms())
                .field(Values.personal("salesPerson", "Sales person", order.salesPerson()))
                .field(Field.of("note", "Note", Values.text(order.note())).as(Importance.DETAIL));
    }

    private static void addActions(BusinessRecord.Builder record, SalesOrderSheet order) {
        record.action("summary", "Summarise", "Summarise this sales order in three points.");
        if (order.block() != null) {
            record.action("why-blocked", "Why is it blocked?", "Why is this order blocked, and what would release it?");
        }
        if (order.statusCode().isOpen()) {
            record.action(
                    "can-ship",
                    "When can it ship?",
                    "When can the open lines of this order be shipped, and what holds them up?");
            record.action(
                    "draft-update",
                    "Draft an update",
                    "Draft a short, polite update for the customer about the delivery of this order.");
        }
        if (order.priceQuestion() != null) {
            record.action(
                    "answer-price",
                    "Answer the price question",
                    "Draft a reply to the customer's wish for a discount; say what may be granted and who decides.");
        }
        if (order.progress().lateLines() > 0) {
            record.action("late-lines", "Which lines are late?", "Which lines are late, by how long, and why?");
        }
    }
}
