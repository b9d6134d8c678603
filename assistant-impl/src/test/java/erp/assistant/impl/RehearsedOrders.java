package erp.assistant.impl;

import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.ListAggregate;
import erp.assistant.record.ListColumn;
import erp.assistant.record.ListQuery;
import erp.assistant.record.ListResult;
import erp.assistant.record.RecordList;
import erp.assistant.record.RecordRef;
import erp.assistant.record.RecordSource;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Value;
import erp.assistant.record.Withheld;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Order 4711 and its list: margins are for controllers, nothing is for vera, and the bank account for nobody. */
final class RehearsedOrders implements RecordSource {

    static final RecordRef ORDER = new RecordRef("sales-order", "4711");

    static Asker person(String name, String... roles) {
        return new Asker(name, List.of(roles)::contains, Locale.ENGLISH);
    }

    @Override
    public String type() {
        return ORDER.type();
    }

    @Override
    public Optional<BusinessRecord> find(String id, Asker asker) {
        if (asker.name().equals("vera")) {
            return Optional.empty();
        }
        BusinessRecord.Builder record = BusinessRecord.of(ORDER, "Sales order 4711")
                .identity("status", "Status", "open")
                .field(link("customer", "Meyer", Sensitivity.PUBLIC))
                .field(Field.of("clerk", "Clerk", new Value.Text("Eva Weber")).as(Sensitivity.PERSONAL))
                .field(link("bank", "DE02", Sensitivity.SECRET))
                .rows(new Rows(
                        "lines",
                        "Lines",
                        List.of(new Rows.Row("10", List.of(link("item", "GB-3300", Sensitivity.PUBLIC)))),
                        1,
                        List.of()));
        if (seesMargins(asker)) {
            record.text("margin", "Margin", "12 %");
        }
        return Optional.of(record.build());
    }

    private static Field link(String id, String value, Sensitivity sensitivity) {
        return Field.of(id, id, new Value.Text(value)).as(sensitivity).linkedTo(new RecordRef(id, value));
    }

    private static boolean seesMargins(Asker asker) {
        return asker.hasRole("controller");
    }

    @Override
    public List<Withheld> withheld(Asker asker) {
        return seesMargins(asker) ? List.of() : List.of(new Withheld("margin", "Margin", "needs the role controller"));
    }

    @Override
    public Optional<RecordList> list(Asker asker) {
        if (asker.name().equals("vera")) {
            return Optional.empty();
        }
        List<ListColumn> columns = new ArrayList<>(List.of(
                ListColumn.of("number", "Order", ListColumn.Kind.TEXT).usable(),
                ListColumn.of("bank", "Bank", ListColumn.Kind.TEXT).as(Sensitivity.SECRET)));
        if (seesMargins(asker)) {
            columns.add(ListColumn.of("margin", "Margin", ListColumn.Kind.NUMBER)
                    .usable()
                    .with(ListAggregate.SUM));
        }
        return Optional.of(new RecordList(type(), "Sales orders", columns));
    }

    /** Leaves it to the declaration what of its only row is used. */
    @Override
    public Optional<ListResult> query(ListQuery query, Asker asker) {
        Field margin = Field.of("margin", "", new Value.Quantity(BigDecimal.TEN, ""));
        List<Field> cells = List.of(
                Field.of("number", "", new Value.Text("4711")).linkedTo(ORDER),
                Field.of("bank", "", new Value.Text("DE02")),
                margin);
        return Optional.of(new ListResult(
                List.of(new Rows.Row("4711", cells)), 3, List.of(margin), List.of(), Office.NOW, "DE01"));
    }

    @Override
    public List<Withheld> withheldFromList(Asker asker) {
        return withheld(asker);
    }
}
