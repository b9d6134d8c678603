package erp.assistant.impl.mapping;

import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Rows;
import erp.assistant.record.Value;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one record for one asker. For one thread. */
final class RecordReader {

    private final Mapping mapping;
    private final Reading reading;
    private final Asker asker;
    private final Instant now;
    private final ZoneId zone;

    RecordReader(Mapping mapping, Reading reading, Asker asker, Instant now, ZoneId zone) {
        this.mapping = mapping;
        this.reading = reading;
        this.asker = asker;
        this.now = now;
        this.zone = zone;
    }

    /**
     * Reads it; empty if there is none that the asker may see.
     *
     * @param key {@code id} as the database has it
     * @throws IllegalStateException if several records have the identifier
     */
    Optional<BusinessRecord> read(String id, Object key) throws SQLException {
        Parameters parameters = new Parameters(values(key), null);
        Rights rights = Rights.of(asker, mapping, reading, parameters);
        if (!rights.anyOf(mapping.roles())) {
            return Optional.empty();
        }
        List<RowData> found = reading.rows(mapping.record(), parameters, 2);
        if (found.size() > 1) {
            throw new IllegalStateException(mapping.file() + ": the query finds more than one record for one id");
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(record(id, found.get(0), parameters.of(found.get(0)), rights));
    }

    /** The roles of the asker. */
    Rights rights() throws SQLException {
        return Rights.of(asker, mapping, reading, new Parameters(values(null), null));
    }

    /** Reads the mapping's list. */
    RecordListReader list(MappedList list) throws SQLException {
        return new RecordListReader(mapping, list, reading, asker, values(null), now, zone);
    }

    private Map<String, @Nullable Object> values(@Nullable Object key) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put(Parameters.ID, key);
        values.put(Parameters.USER, asker.name());
        values.put(Parameters.LANGUAGE, asker.language().getLanguage());
        values.put(Parameters.TODAY, LocalDate.ofInstant(now, zone));
        return values;
    }

    private BusinessRecord record(String id, RowData row, Parameters parameters, Rights rights) throws SQLException {
        FieldValues values = new FieldValues(row, asker.language(), zone);
        List<Field> fields = new ArrayList<>();
        for (MappedField field : allowed(mapping.fields(), rights)) {
            fields.add(values.field(field, row));
        }
        for (MappedFacts facts : mapping.facts()) {
            List<MappedField> allowed = allowed(facts.fields(), rights);
            if (!allowed.isEmpty()) {
                Optional<RowData> computed = reading.first(Statement.all(facts.query()), parameters);
                allowed.forEach(field -> fields.add(
                        computed.map(each -> values.field(field, each)).orElseGet(() -> values.missing(field))));
            }
        }
        List<Rows> rows = new ArrayList<>();
        for (MappedRows each : mapping.rows()) {
            if (rights.anyOf(each.roles())) {
                rows.add(rows(each, values, parameters, rights));
            }
        }
        BusinessRecord.Builder record = BusinessRecord.of(
                        new RecordRef(mapping.type(), id),
                        Labels.fill(mapping.label().in(asker.language()), mapping, row))
                .version(mapping.version().map(row::text).orElseGet(() -> Fingerprint.of(fields, rows)), now)
                .organisation(mapping.organisation().map(row::text).orElse(""));
        fields.forEach(record::field);
        rows.forEach(record::rows);
        mapping.actions().stream()
                .filter(action ->
                        action.when().map(field -> holds(field, fields)).orElse(true))
                .forEach(action -> record.action(
                        action.id(),
                        action.label().in(asker.language()),
                        action.question().in(asker.language())));
        return record.build();
    }

    private Rows rows(MappedRows mapped, FieldValues values, Parameters parameters, Rights rights) throws SQLException {
        RowKeys keys = new RowKeys();
        List<MappedField> allowed = allowed(mapped.fields(), rights);
        List<Rows.Row> rows = new ArrayList<>();
        for (RowData row : reading.rows(mapped.first(), parameters, mapped.cap())) {
            List<Field> cells =
                    allowed.stream().map(field -> values.field(field, row)).toList();
            rows.add(new Rows.Row(keys.next(mapped.key().map(row::text).orElse("")), cells));
        }
        RowData sums = reading.first(mapped.sums(), parameters)
                .orElseThrow(() -> new IllegalStateException("a count has no row"));
        List<Field> totals = new ArrayList<>();
        for (int i = 0; i < mapped.totals().size(); i++) {
            MappedField field = mapped.totals().get(i).field();
            if (rights.anyOf(field.roles())) {
                totals.add(values.field(field, sums, MappedRows.alias(i)));
            }
        }
        return new Rows(
                mapped.id(),
                mapped.label().in(asker.language()),
                rows,
                Math.max(rows.size(), Integer.parseInt(sums.text("n"))),
                totals);
    }

    private static List<MappedField> allowed(List<MappedField> fields, Rights rights) {
        return fields.stream().filter(field -> rights.anyOf(field.roles())).toList();
    }

    private static boolean holds(String id, List<Field> fields) {
        return fields.stream().filter(field -> field.id().equals(id)).anyMatch(field -> holds(field.value()));
    }

    private static boolean holds(Value value) {
        if (value instanceof Value.Flag flag) {
            return flag.yes();
        }
        if (value instanceof Value.Quantity quantity) {
            return quantity.number().signum() != 0;
        }
        if (value instanceof Value.Money money) {
            return money.amount().signum() != 0;
        }
        return !(value instanceof Value.Missing);
    }
}
