package erp.assistant.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A business record as one person may see it: the only thing about the ERP that the assistant ever reads.
 *
 * @param label what staff call the record, such as {@code Sales order 4711}
 * @param version changes whenever the record changes
 * @param asOf when it was read
 * @param organisation the company that owns the record, for reports; empty if the ERP has one company
 * @param fields most important first; ids are unique
 * @param rows child rows; ids are unique
 * @param actions prepared questions, at most a handful
 */
public record BusinessRecord(
        RecordRef ref,
        String label,
        String version,
        Instant asOf,
        String organisation,
        List<Field> fields,
        List<Rows> rows,
        List<QuickAction> actions) {

    public BusinessRecord {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(organisation, "organisation");
        fields = List.copyOf(fields);
        rows = List.copyOf(rows);
        actions = List.copyOf(actions);
        requireUnique(fields.stream().map(Field::id).toList());
        requireUnique(rows.stream().map(Rows::id).toList());
    }

    private static void requireUnique(List<String> ids) {
        for (String id : ids) {
            if (ids.indexOf(id) != ids.lastIndexOf(id)) {
                throw new IllegalArgumentException("id '" + id + "' is used twice in one record");
            }
        }
    }

    /** Starts a record; what is not added to the builder is not sent. */
    public static Builder of(RecordRef ref, String label) {
        return new Builder(ref, label);
    }

    /** Collects a record. For one thread. A {@code null} value becomes {@link Value.Missing}: shown as not set. */
    public static final class Builder {

        private final RecordRef ref;
        private final String label;
        private String version = "";
        private Instant asOf = Instant.EPOCH;
        private String organisation = "";
        private final List<Field> fields = new ArrayList<>();
        private final List<Rows> rows = new ArrayList<>();
        private final List<QuickAction> actions = new ArrayList<>();

        private Builder(RecordRef ref, String label) {
            this.ref = ref;
            this.label = label;
        }

        /** Sets what tells a changed record from an unchanged one, and when it was read. */
        public Builder version(String version, Instant asOf) {
            this.version = version;
            this.asOf = asOf;
            return this;
        }

        public Builder organisation(String organisation) {
            this.organisation = organisation;
            return this;
        }

        public Builder field(Field field) {
            fields.add(field);
            return this;
        }

        /** A field that names the record or its state and is always sent. */
        public Builder identity(String id, String label, @Nullable String text) {
            return field(Field.of(id, label, text(text)).as(Importance.IDENTITY));
        }

        /** A fact computed by the ERP. */
        public Builder fact(String id, String label, Value value) {
            return field(Field.of(id, label, value).as(Importance.FACT));
        }

        public Builder text(String id, String label, @Nullable String text) {
            return field(Field.of(id, label, text(text)));
        }

        public Builder money(String id, String label, @Nullable BigDecimal amount, Currency currency) {
            return field(Field.of(id, label, amount == null ? new Value.Missing() : new Value.Money(amount, currency)));
        }

        public Builder date(String id, String label, @Nullable LocalDate date) {
            return field(Field.of(id, label, day(date)));
        }

        public Builder rows(Rows rows) {
            this.rows.add(rows);
            return this;
        }

        /** The rules that the ERP applied and what came of them; adds nothing if there are none. */
        public Builder decisions(List<Decision> decisions) {
            return decisions.isEmpty() ? this : rows(Decision.rows(decisions));
        }

        public Builder action(String id, String label, String question) {
            actions.add(new QuickAction(id, label, question));
            return this;
        }

        public BusinessRecord build() {
            return new BusinessRecord(ref, label, version, asOf, organisation, fields, rows, actions);
        }

        /** Text, or missing if it is {@code null} or blank. */
        public static Value text(@Nullable String text) {
            return text == null || text.isBlank() ? new Value.Missing() : new Value.Text(text);
        }

        /** A date, or missing. */
        public static Value day(@Nullable LocalDate date) {
            return date == null ? new Value.Missing() : new Value.Day(date);
        }
    }
}
