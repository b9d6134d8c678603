package sample.erp.assistant;

import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.ListColumn;
import erp.assistant.record.ListQuery;
import erp.assistant.record.ListResult;
import erp.assistant.record.QuickAction;
import erp.assistant.record.RecordList;
import erp.assistant.record.RecordSource;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Value;
import erp.assistant.record.Withheld;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A source whose records speak the asker's language. The source itself speaks English; ids, figures, names and notes are the same in
 * all languages.
 */
record InTheAskersLanguage(RecordSource source) implements RecordSource {

    @Override
    public String type() {
        return source.type();
    }

    @Override
    public Optional<BusinessRecord> find(String id, Asker asker) {
        Optional<BusinessRecord> found = source.find(id, asker);
        return speaksEnglish(asker) ? found : found.map(record -> translated(record, words(asker)));
    }

    @Override
    public Optional<RecordList> list(Asker asker) {
        Optional<RecordList> list = source.list(asker);
        return speaksEnglish(asker) ? list : list.map(declared -> translated(declared, words(asker)));
    }

    @Override
    public Optional<ListResult> query(ListQuery query, Asker asker) {
        Optional<ListResult> result = source.query(query, asker);
        return speaksEnglish(asker) ? result : result.map(found -> translated(found, words(asker)));
    }

    @Override
    public String department(Asker asker) {
        return source.department(asker);
    }

    @Override
    public List<Withheld> withheld(Asker asker) {
        return translated(source.withheld(asker), asker);
    }

    @Override
    public List<Withheld> withheldFromList(Asker asker) {
        return translated(source.withheldFromList(asker), asker);
    }

    private List<Withheld> translated(List<Withheld> hidden, Asker asker) {
        return speaksEnglish(asker)
                ? hidden
                : hidden.stream().map(each -> translated(each, words(asker))).toList();
    }

    private static Withheld translated(Withheld hidden, Words words) {
        return new Withheld(hidden.id(), words.of(hidden.label()), words.of(hidden.reason()));
    }

    private static boolean speaksEnglish(Asker asker) {
        return asker.language().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    private Words words(Asker asker) {
        return Words.in(asker.language(), type());
    }

    private static BusinessRecord translated(BusinessRecord record, Words words) {
        return new BusinessRecord(
                record.ref(),
                words.of(record.label()),
                record.version(),
                record.asOf(),
                record.organisation(),
                fields(record.fields(), words),
                record.rows().stream().map(rows -> translated(rows, words)).toList(),
                actions(record.actions(), words));
    }

    private static Rows translated(Rows rows, Words words) {
        List<Rows.Row> all = rows.rows().stream()
                .map(row -> new Rows.Row(row.key(), fields(row.cells(), words)))
                .toList();
        return new Rows(rows.id(), words.of(rows.label()), all, rows.total(), fields(rows.totals(), words));
    }

    private static RecordList translated(RecordList list, Words words) {
        return new RecordList(
                list.type(),
                words.of(list.label()),
                list.about(),
                list.columns().stream().map(column -> translated(column, words)).toList(),
                actions(list.actions(), words));
    }

    private static ListColumn translated(ListColumn column, Words words) {
        return new ListColumn(
                column.id(),
                words.of(column.label()),
                column.kind(),
                words.of(column.unit()),
                column.sensitivity(),
                column.operators(),
                column.choices(),
                column.sortable(),
                column.groupable(),
                column.aggregates());
    }

    private static ListResult translated(ListResult result, Words words) {
        return new ListResult(
                cells(result.rows(), words),
                result.total(),
                result.totals().stream().map(cell -> cell(cell, words)).toList(),
                cells(result.groups(), words),
                result.asOf(),
                result.organisation());
    }

    private static List<Rows.Row> cells(List<Rows.Row> rows, Words words) {
        return rows.stream()
                .map(row -> new Rows.Row(
                        row.key(),
                        row.cells().stream().map(cell -> cell(cell, words)).toList()))
                .toList();
    }

    /** Texts of a list can be filtered by, as they are in the database: only the status, which has codes for that, is translated. */
    private static Field cell(Field cell, Words words) {
        boolean asItIs = cell.value() instanceof Value.Text && !cell.id().equals(ErpList.STATUS);
        return asItIs ? cell : field(cell, words);
    }

    private static List<Field> fields(List<Field> fields, Words words) {
        return fields.stream().map(field -> field(field, words)).toList();
    }

    private static Field field(Field field, Words words) {
        Value value = field.sensitivity() == Sensitivity.PERSONAL ? field.value() : value(field.value(), words);
        return new Field(
                field.id(), words.of(field.label()), value, field.sensitivity(), field.importance(), field.link());
    }

    private static Value value(Value value, Words words) {
        if (value instanceof Value.Text text) {
            return new Value.Text(words.of(text.text()));
        }
        return value instanceof Value.Quantity quantity
                ? new Value.Quantity(quantity.number(), words.of(quantity.unit()))
                : value;
    }

    private static List<QuickAction> actions(List<QuickAction> actions, Words words) {
        return actions.stream()
                .map(action -> new QuickAction(action.id(), words.of(action.label()), words.of(action.question())))
                .toList();
    }
}
