package sample.erp.assistant;

import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sample.erp.sales.SalesOrderSheet;

/** The rows of a sales order: late lines first, then open ones; deliveries and invoices, newest first. */
final class SalesOrderRows {

    /** How many lines are sent at most; the totals are over all. */
    static final int MAX_LINES = 20;

    private static final int MAX_DOCUMENTS = 5;

    private SalesOrderRows() {}

    static void add(BusinessRecord.Builder record, SalesOrderSheet order, Values values) {
        record.rows(lines(order, values));
        record.rows(new Rows(
                "deliveries",
                "Deliveries",
                order.deliveries().stream()
                        .limit(MAX_DOCUMENTS)
                        .map(SalesOrderRows::delivery)
                        .toList(),
                order.deliveries().size(),
                List.of()));
        List<SalesOrderSheet.Bill> invoices = order.invoices();
        if (invoices != null) {
            record.rows(new Rows(
                    "invoices",
                    "Invoices",
                    invoices.stream()
                            .limit(MAX_DOCUMENTS)
                            .map(invoice -> invoice(invoice, values))
                            .toList(),
                    invoices.size(),
                    List.of()));
        }
    }

    private static Rows lines(SalesOrderSheet order, Values values) {
        List<Rows.Row> rows = order.lines().stream()
                .sorted(Comparator.comparing(SalesOrderSheet.Line::daysLate)
                        .reversed()
                        .thenComparing(line -> line.open() == 0)
                        .thenComparing(SalesOrderSheet.Line::position))
                .limit(MAX_LINES)
                .map(line -> line(line, values))
                .toList();
        List<Field> totals = new ArrayList<>(List.of(Field.of(
                "lateLines", "Late lines", Values.quantity(order.progress().lateLines(), "lines"))));
        List<String> units = order.lines().stream()
                .map(SalesOrderSheet.Line::unit)
                .distinct()
                .toList();
        if (units.size() == 1) {
            // Pieces and sets do not add up.
            String unit = units.get(0);
            totals.add(Field.of(
                    "quantity", "Ordered", Values.quantity(order.progress().orderedPieces(), unit)));
            totals.add(Field.of(
                    "delivered", "Delivered", Values.quantity(order.progress().deliveredPieces(), unit)));
            totals.add(Field.of(
                    "openQuantity", "Open", Values.quantity(order.progress().openPieces(), unit)));
        }
        if (order.amounts() != null) {
            totals.add(
                    Field.of("amount", "Net value", values.money(order.amounts().net())));
        }
        return new Rows("lines", "Lines", rows, order.lines().size(), totals);
    }

    private static Rows.Row line(SalesOrderSheet.Line line, Values values) {
        List<Field> cells = new ArrayList<>(List.of(
                Field.of("item", "Item", Values.text(line.item())),
                Field.of("description", "Description", Values.text(line.description())),
                Field.of("quantity", "Ordered", Values.quantity(line.quantity(), line.unit())),
                Field.of("delivered", "Delivered", Values.quantity(line.delivered(), line.unit())),
                Field.of("openQuantity", "Open", Values.quantity(line.open(), line.unit())),
                Field.of("promisedDate", "Promised", Values.day(line.promisedDate())),
                Field.of("late", "Late", Values.flag(line.late())),
                Field.of("warehouse", "Warehouse", Values.text(line.warehouse()))));
        if (line.late()) {
            cells.add(Field.of("daysLate", "Late by", Values.quantity(line.daysLate(), "days")));
        }
        Integer available = line.available();
        if (available != null) {
            cells.add(Field.of("available", "Available now", Values.quantity(available, line.unit())));
            cells.add(Field.of("earliestFull", "Earliest in full", Values.day(line.earliestFull())));
            cells.add(Field.of("supplySource", "Supplied from", Values.text(line.supplySource())));
        }
        SalesOrderSheet.Price price = line.price();
        if (price != null) {
            cells.add(Field.of("listPrice", "List price", values.money(price.list())));
            cells.add(Field.of("discountPercent", "Discount", Values.percent(price.discountPercent())));
            cells.add(Field.of("netPrice", "Net price", values.money(price.net())));
            cells.add(Field.of("amount", "Net value", values.money(price.amount())));
        }
        if (line.unitCost() != null) {
            cells.add(Field.of("unitCost", "Unit cost", values.money(line.unitCost()))
                    .as(Sensitivity.CONFIDENTIAL));
        }
        return new Rows.Row(String.valueOf(line.position()), cells);
    }

    private static Rows.Row delivery(SalesOrderSheet.Shipment delivery) {
        return new Rows.Row(
                delivery.number(),
                List.of(
                        Field.of("shippedOn", "Shipped on", Values.day(delivery.shippedOn())),
                        Field.of("carrier", "Carrier", Values.text(delivery.carrier())),
                        Field.of("pieces", "Pieces", Values.quantity(delivery.pieces(), "pieces"))));
    }

    private static Rows.Row invoice(SalesOrderSheet.Bill invoice, Values values) {
        return new Rows.Row(
                invoice.number(),
                List.of(
                        Field.of("issuedOn", "Issued on", Values.day(invoice.issuedOn())),
                        Field.of("dueOn", "Due on", Values.day(invoice.dueOn())),
                        Field.of("openAmount", "Open", values.money(invoice.open()))));
    }
}
