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
import java.util.List;
import java.util.Optional;
import sample.erp.organisation.Person;
import sample.erp.stock.ItemSheet;
import sample.erp.stock.Items;
import sample.erp.stock.StockOutlook;
import sample.erp.stock.ValueBridge;

/** Shows items and their stock to the assistant. */
@Singleton
public class ItemSource extends ErpSource<ItemSheet> {

    private static final int MAX_ROWS = 20;
    private static final int MAX_MOVEMENTS = 10;

    /** Items are valued in EUR in all companies. */
    private static final Values EUROS = new Values("EUR");

    private final Items items;
    private final Clock clock;

    @Inject
    public ItemSource(StaffReading reading, Items items, Clock clock, ItemList list) {
        super("item", reading, list);
        this.items = items;
        this.clock = clock;
    }

    @Override
    Optional<ItemSheet> sheet(EntityManager em, Person person, String id) {
        return items.find(em, person, id);
    }

    @Override
    BusinessRecord record(String id, ItemSheet item) {
        BusinessRecord.Builder record = BusinessRecord.of(new RecordRef(type(), id), "Item " + item.number())
                .version(item.version(), clock.instant())
                .identity("number", "Item", item.number())
                .identity("name", "Name", item.name())
                .identity("status", "Stock", item.status());
        addOutlook(record, item, item.outlook());
        ItemSheet.Valuation valuation = item.valuation();
        if (valuation != null) {
            addValuation(record, valuation);
        }
        addRows(record, item);
        record.action("summary", "Summarise", "Summarise the stock of this item in three points.")
                .action("run-out", "Will we run out?", "Will we run out of this item, when, and what is on its way?");
        if (item.outlook().suggestedReorder() > 0) {
            record.action("reorder", "How many to order?", "How many should be ordered now, and by when, and why?");
        }
        if (valuation != null) {
            record.action("value-change", "Why did the value move?", "Why did the stock value move last month?");
        }
        return record.build();
    }

    private static void addOutlook(BusinessRecord.Builder record, ItemSheet item, StockOutlook outlook) {
        String unit = item.unit();
        Integer cover = outlook.daysOfCover();
        record.fact("onHand", "In stock", Values.quantity(outlook.onHand(), unit))
                .fact("reserved", "Needed by open orders", Values.quantity(outlook.reserved(), unit))
                .fact("available", "In stock less needed", Values.quantity(outlook.available(), unit))
                .fact("incoming", "On order", Values.quantity(outlook.incoming(), unit))
                .fact("firstShortage", "First day of shortage", Values.day(outlook.firstShortage()))
                .fact(
                        "daysOfCover",
                        "Stock lasts for",
                        cover == null ? Values.text(null) : Values.quantity(cover, "days"))
                .fact(
                        "demandEightWeeks",
                        "Needed within eight weeks",
                        Values.quantity(outlook.demandEightWeeks(), unit))
                .fact("suggestedReorder", "Suggested order quantity", Values.quantity(outlook.suggestedReorder(), unit))
                .field(Field.of(
                        "weeklyIssues", "Issued a week (13 weeks)", Values.quantity(outlook.weeklyIssues(), unit)))
                .field(Field.of("safetyStock", "Safety stock", Values.quantity(item.safetyStock(), unit)))
                .field(Field.of("leadTimeDays", "Lead time", Values.quantity(item.leadTimeDays(), "days")));
    }

    private static void addValuation(BusinessRecord.Builder record, ItemSheet.Valuation valuation) {
        ValueBridge bridge = valuation.lastMonth();
        record.field(cost("stockValue", "Stock value", EUROS.money(valuation.value())))
                .field(cost("unitCost", "Unit cost", EUROS.money(valuation.unitCost())))
                .field(cost("bridgeMonth", "Value bridge for the month from", Values.day(bridge.firstDay())))
                .field(cost("openingValue", "Value at the month's start", EUROS.money(bridge.openingValue())))
                .field(cost("valueChange", "Change of value in the month", EUROS.money(bridge.change())))
                .field(cost(
                        "quantityEffect",
                        "Change of value by receipts and issues",
                        EUROS.money(bridge.quantityEffect())))
                .field(cost("priceEffect", "Change of value by the new unit cost", EUROS.money(bridge.priceEffect())))
                .field(cost("adjustments", "Change of value by counting", EUROS.money(bridge.adjustments())))
                .field(cost("closingValue", "Value at the month's end", EUROS.money(bridge.closingValue())))
                .field(cost("openingCost", "Unit cost before the month", EUROS.money(bridge.openingCost())))
                .field(cost(
                        "openingQuantity",
                        "Pieces at the month's start",
                        Values.quantity(bridge.openingQuantity(), "pcs")))
                .field(cost(
                        "closingQuantity",
                        "Pieces at the month's end",
                        Values.quantity(bridge.closingQuantity(), "pcs")));
        record.rows(Tables.numbered(
                "drivers",
                "Largest movements of the month",
                valuation.drivers(),
                MAX_ROWS,
                move -> List.of(
                        Field.of("on", "Date", Values.day(move.on())).as(Importance.FACT),
                        Field.of("kind", "Kind", Values.text(move.kind())),
                        Field.of("document", "Document", Values.text(move.document())),
                        Field.of("quantity", "Quantity", Values.quantity(move.quantity(), "pcs")),
                        Field.of("value", "Value", EUROS.money(move.value())).as(Sensitivity.CONFIDENTIAL))));
    }

    private static Field cost(String id, String label, Value value) {
        return Field.of(id, label, value).as(Importance.FACT).as(Sensitivity.CONFIDENTIAL);
    }

    private static void addRows(BusinessRecord.Builder record, ItemSheet item) {
        record.rows(Tables.numbered(
                        "receipts",
                        "On its way",
                        item.receipts(),
                        MAX_ROWS,
                        receipt -> List.of(
                                Field.of("document", "Document", Values.text(receipt.document())),
                                Field.of("expected", "Expected", Values.day(receipt.expected())),
                                Field.of("confirmed", "Confirmed", Values.flag(receipt.confirmed())),
                                Field.of("overdueDays", "Overdue for", Values.quantity(receipt.overdueDays(), "days")),
                                Field.of("quantity", "Quantity", Values.quantity(receipt.quantity(), item.unit())))))
                .rows(Tables.numbered(
                        "needs",
                        "Needed by",
                        item.needs(),
                        MAX_ROWS,
                        need -> List.of(
                                Field.of("document", "Document", Values.text(need.document())),
                                Field.of("on", "Needed on", Values.day(need.on())),
                                Field.of("quantity", "Quantity", Values.quantity(need.quantity(), item.unit())))))
                .rows(Tables.keyed(
                        "locations",
                        "Warehouses",
                        item.locations(),
                        MAX_ROWS,
                        ItemSheet.Location::warehouse,
                        place -> List.of(
                                Field.of("name", "Warehouse", Values.text(place.name())),
                                Field.of("onHand", "In stock", Values.quantity(place.onHand(), item.unit())))))
                .rows(Tables.numbered(
                        "movements",
                        "Latest movements",
                        item.movements(),
                        MAX_MOVEMENTS,
                        move -> List.of(
                                detail("on", "Date", Values.day(move.on())),
                                detail("kind", "Kind", Values.text(move.kind())),
                                detail("document", "Document", Values.text(move.document())),
                                detail("quantity", "Quantity", Values.quantity(move.quantity(), item.unit())))));
    }

    private static Field detail(String id, String label, Value value) {
        return Field.of(id, label, value).as(Importance.DETAIL);
    }
}
