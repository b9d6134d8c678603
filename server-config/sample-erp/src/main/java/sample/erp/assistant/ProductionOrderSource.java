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
import java.util.List;
import java.util.Optional;
import sample.erp.organisation.Person;
import sample.erp.production.ProductionOrderSheet;
import sample.erp.production.ProductionOrders;
import sample.erp.production.Variance;

/** Shows production orders to the assistant; who works on them is not among what it is given. */
@Singleton
public class ProductionOrderSource extends ErpSource<ProductionOrderSheet> {

    private static final int MAX_ROWS = 20;

    private final ProductionOrders orders;
    private final Clock clock;

    @Inject
    public ProductionOrderSource(StaffReading reading, ProductionOrders orders, Clock clock, ProductionOrderList list) {
        super("production-order", reading, list);
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    Optional<ProductionOrderSheet> sheet(EntityManager em, Person person, String id) {
        return orders.find(em, person, id);
    }

    @Override
    BusinessRecord record(String id, ProductionOrderSheet order) {
        Values values = new Values(order.currency());
        BusinessRecord.Builder record = BusinessRecord.of(
                        new RecordRef(type(), id), "Production order " + order.number())
                .version(order.version(), clock.instant())
                .organisation(order.organisation())
                .identity("number", "Production order", order.number())
                .identity("status", "Status", order.status())
                .identity("item", "Item", order.item() + " " + order.description());
        ProductionOrderSheet.Plan plan = order.plan();
        if (plan != null) {
            addPlan(record, plan);
        }
        Variance variance = order.variance();
        if (variance != null) {
            addVariance(record, variance, values);
        }
        addHeader(record, order);
        record.decisions(Decisions.of(order.decisions()));
        addRows(record, order, values);
        addActions(record, order);
        return record.build();
    }

    private static void addPlan(BusinessRecord.Builder record, ProductionOrderSheet.Plan plan) {
        record.fact("criticalShortage", "Material that is missing longest", Values.text(plan.criticalShortage()))
                .fact("materialComplete", "Material complete on", Values.day(plan.materialComplete()))
                .fact("machineFree", "Machine free from", Values.day(plan.machineFree()))
                .fact("earliestStart", "Earliest start", Values.day(plan.earliestStart()))
                .fact("remainingHours", "Work left", new Value.Quantity(plan.remainingHours(), "hours"))
                .fact("thursday", "Next Thursday", Values.day(plan.thursday()))
                .fact("thursdayPossible", "Start on Thursday possible", Values.flag(plan.thursdayPossible()))
                .fact(
                        "endIfStartedThursday",
                        "End if started on Thursday, or as early as possible",
                        Values.day(plan.endIfStartedThursday()))
                .fact("lateByDays", "Would end late by", Values.quantity(plan.lateByDays(), "days"));
    }

    private static void addVariance(BusinessRecord.Builder record, Variance variance, Values values) {
        record.field(cost("plannedCost", "Planned cost", values.money(variance.planned())))
                .field(cost("actualCost", "Actual cost", values.money(variance.actual())))
                .field(cost("variance", "Over plan by", values.money(variance.total())))
                .field(cost("variancePercent", "Over plan in percent", Values.percent(variance.percent())))
                .field(cost("priceVariance", "Over plan by material prices", values.money(variance.price())))
                .field(cost("usageVariance", "Over plan by more material", values.money(variance.usage())))
                .field(cost("efficiencyVariance", "Over plan by longer work", values.money(variance.efficiency())))
                .field(cost("lotSizeVariance", "Over plan by the small lot", values.money(variance.lotSize())))
                .fact("scrapOverPlan", "Scrap over plan", Values.quantity(variance.scrapPieces(), "pcs"));
    }

    private static Field cost(String id, String label, Value value) {
        return Field.of(id, label, value).as(Importance.FACT).as(Sensitivity.CONFIDENTIAL);
    }

    private static void addHeader(BusinessRecord.Builder record, ProductionOrderSheet order) {
        String unit = order.unit();
        record.field(Field.of("quantity", "Quantity", Values.quantity(order.quantity(), unit)))
                .field(Field.of("produced", "Made so far", Values.quantity(order.produced(), unit)))
                .field(Field.of("scrapped", "Scrap", Values.quantity(order.scrapped(), unit)))
                .field(Field.of("lotSize", "Planned lot", Values.quantity(order.lotSize(), unit)))
                .date("plannedStart", "Planned start", order.plannedStart())
                .date("dueOn", "Due on", order.dueOn())
                .text("salesOrder", "Made for sales order", order.salesOrder())
                .date("customerPromise", "Promised to the customer", order.customerPromise())
                .field(Field.of("note", "Note", Values.text(order.note())).as(Importance.DETAIL));
    }

    private static void addRows(BusinessRecord.Builder record, ProductionOrderSheet order, Values values) {
        record.rows(Tables.keyed(
                        "moved",
                        "Orders behind it on the machine",
                        order.moved(),
                        MAX_ROWS,
                        ProductionOrderSheet.Moved::number,
                        moved -> List.of(
                                Field.of("dueOn", "Due on", Values.day(moved.dueOn()))
                                        .as(Importance.FACT),
                                Field.of("newEnd", "Would end on", Values.day(moved.newEnd())),
                                Field.of("lateByDays", "Late by", Values.quantity(moved.lateByDays(), "days")))))
                .rows(Tables.keyed(
                        "materials",
                        "Material",
                        order.materials(),
                        MAX_ROWS,
                        part -> String.valueOf(part.position()),
                        part -> part(part, values)))
                .rows(Tables.keyed(
                        "operations",
                        "Steps",
                        order.operations(),
                        MAX_ROWS,
                        step -> String.valueOf(step.position()),
                        step -> step(step, values)));
    }

    private static List<Field> part(ProductionOrderSheet.Part part, Values values) {
        List<Field> cells = new ArrayList<>(List.of(
                Field.of("item", "Item", Values.text(part.item())),
                Field.of("needed", "Needed", Values.quantity(part.needed(), "pcs")),
                Field.of("issued", "Issued", Values.quantity(part.issued(), "pcs")),
                Field.of("onHand", "In stock", Values.quantity(part.onHand(), "pcs")),
                Field.of("missing", "Missing", Values.quantity(part.missing(), "pcs"))
                        .as(Importance.FACT)));
        if (part.missing() > 0) {
            cells.add(Field.of("expectedOn", "Expected on", Values.day(part.expectedOn())));
            cells.add(Field.of("source", "Comes from", Values.text(part.source())));
        }
        if (part.plannedCost() != null) {
            cells.add(Field.of("plannedCost", "Planned cost", values.money(part.plannedCost()))
                    .as(Sensitivity.CONFIDENTIAL));
            cells.add(Field.of("actualCost", "Actual cost", values.money(part.actualCost()))
                    .as(Sensitivity.CONFIDENTIAL));
        }
        return cells;
    }

    private static List<Field> step(ProductionOrderSheet.Step step, Values values) {
        List<Field> cells = new ArrayList<>(List.of(
                Field.of("name", "Step", Values.text(step.name())),
                Field.of("workCentre", "Machine", Values.text(step.workCentre())),
                Field.of("plannedHours", "Planned", new Value.Quantity(step.plannedHours(), "hours")),
                Field.of("actualHours", "Worked", new Value.Quantity(step.actualHours(), "hours")),
                Field.of("done", "Done", Values.flag(step.done()))));
        if (step.variance() != null) {
            cells.add(Field.of("variance", "Over plan by", values.money(step.variance()))
                    .as(Sensitivity.CONFIDENTIAL));
        }
        return cells;
    }

    private static void addActions(BusinessRecord.Builder record, ProductionOrderSheet order) {
        record.action("summary", "Summarise", "Summarise this production order in three points.");
        if (order.plan() != null) {
            record.action("what-holds", "What holds it?", "What is holding this order, and when can it start?")
                    .action("start-thursday", "If I start Thursday?", "What moves if this order starts on Thursday?");
        }
        if (order.variance() != null) {
            record.action("why-over-plan", "Why over plan?", "Why did this order cost more or less than planned?");
        }
    }
}
