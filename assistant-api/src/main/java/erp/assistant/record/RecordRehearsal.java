package erp.assistant.record;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Rehearses permissions in an ERP's own tests: who is shown what of a record or a list.
 *
 * <pre>{@code
 * RecordRehearsal.of(source).as("vera", "warehouse").reads("4711").shows("status", "lines.openQuantity").hides("margin");
 * RecordRehearsal.of(source).as("anna", "sales").reads("4712").isNotAvailable();
 * RecordRehearsal.of(source).as("vera", "warehouse").lists().shows("status").hides("net").lacksRows("4712").opensItsRows();
 * }</pre>
 *
 * <p>Needs no test framework; what does not hold is an {@link AssertionError}. The admin's rehearsal on the running server,
 * {@code GET admin/rehearsal}, shows the same with the values.
 */
public final class RecordRehearsal {

    private final RecordSource source;
    private final Asker asker;

    private RecordRehearsal(RecordSource source, Asker asker) {
        this.source = source;
        this.asker = asker;
    }

    public static RecordRehearsal of(RecordSource source) {
        return new RecordRehearsal(source, new Asker("nobody", role -> false, Locale.ENGLISH));
    }

    /** The same with the rights of a person who holds exactly these roles. */
    public RecordRehearsal as(String user, String... roles) {
        return new RecordRehearsal(source, new Asker(user, Arrays.asList(roles)::contains, Locale.ENGLISH));
    }

    /** Reads a record as the assistant does. */
    public Seen reads(String id) {
        return new Seen(asker.name(), id, source.find(id, asker), source.withheld(asker));
    }

    /** Lists what the assistant would be shown of all rows, as many as usual. */
    public SeenList lists() {
        return lists(ListQuery.ALL);
    }

    /**
     * The same for a query.
     *
     * @throws ListQueryException if the person's list does not take it
     */
    public SeenList lists(ListQuery query) {
        return new SeenList(source, asker, query);
    }

    /**
     * What one person is shown of one record.
     *
     * @param withheld what the source says that it hides by role
     */
    public record Seen(String user, String id, Optional<BusinessRecord> record, List<Withheld> withheld) {

        public Seen {
            withheld = List.copyOf(withheld);
        }

        /**
         * The ids of all that may be sent: fields as {@code status}, rows as {@code lines}, their cells and totals as {@code
         * lines.openQuantity}. Secret fields are not among them, as they are never sent.
         */
        public Set<String> ids() {
            Set<String> ids = new LinkedHashSet<>();
            record.ifPresent(shown -> {
                add(ids, "", shown.fields());
                for (Rows rows : shown.rows()) {
                    ids.add(rows.id());
                    add(ids, rows.id() + ".", rows.totals());
                    rows.rows().forEach(row -> add(ids, rows.id() + ".", row.cells()));
                }
            });
            return ids;
        }

        private static void add(Set<String> ids, String prefix, List<Field> fields) {
            fields.stream()
                    .filter(field -> field.sensitivity() != Sensitivity.SECRET)
                    .forEach(field -> ids.add(prefix + field.id()));
        }

        /** Asserts that all of these may be sent. */
        public Seen shows(String... expected) {
            for (String each : expected) {
                require(ids().contains(each), "is not shown " + each + ", but " + ids());
            }
            return this;
        }

        /** Asserts that there is a record and none of these may be sent. */
        public Seen hides(String... expected) {
            require(record.isPresent(), "has no record in which to hide anything");
            for (String each : expected) {
                require(!ids().contains(each), "is shown " + each);
            }
            return this;
        }

        /** Asserts that there is no record, whether it is missing or forbidden. */
        public Seen isNotAvailable() {
            require(record.isEmpty(), "is shown the record, with " + ids());
            return this;
        }

        private void require(boolean holds, String otherwise) {
            if (!holds) {
                throw new AssertionError(user + ", who reads " + id + ", " + otherwise);
            }
        }
    }
}
