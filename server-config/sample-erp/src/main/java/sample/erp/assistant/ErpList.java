package sample.erp.assistant;

import erp.assistant.record.Asker;
import erp.assistant.record.Field;
import erp.assistant.record.ListColumn;
import erp.assistant.record.ListFilter;
import erp.assistant.record.ListOperator;
import erp.assistant.record.ListQuery;
import erp.assistant.record.ListQueryException;
import erp.assistant.record.ListResult;
import erp.assistant.record.ListSort;
import erp.assistant.record.RecordList;
import erp.assistant.record.Rows;
import erp.assistant.record.Value;
import erp.assistant.record.Withheld;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sample.erp.listing.Listing;
import sample.erp.listing.ListingQuery;
import sample.erp.organisation.Person;

/**
 * One of the ERP's lists as the assistant may ask of it: the same rows, the same menu and the same rights as on the list's screen.
 *
 * @param <T> what a row is made of
 */
abstract class ErpList<T> {

    /** The column that the screen's menu narrows by. */
    static final String STATUS = "status";

    /** The column of the company that owns a row. */
    static final String COMPANY = "organisation";

    /** The column that stands for the screen's search. */
    static final String SEARCH = "search";

    private final StaffReading reading;
    private final Clock clock;

    ErpList(StaffReading reading, Clock clock) {
        this.reading = reading;
        this.clock = clock;
    }

    /** Whether the person's role sees the list at all; the rows are those of the person's companies in any case. */
    boolean seenBy(Person person) {
        return true;
    }

    /** The list as the person may use it; asked for of those who see it. */
    abstract RecordList declaration(Person person);

    /** What of it the person's role hides, for an admin who rehearses. */
    List<Withheld> withheld(Person person) {
        return List.of();
    }

    abstract Listing<T> listing(Person person);

    /** A row; what the person may not see is not in it. */
    abstract Rows.Row row(EntityManager em, T entity, Person person, LocalDate today);

    final Optional<RecordList> declared(Asker asker) {
        return reading.as(asker, (em, person) -> declared(person));
    }

    final List<Withheld> withheld(Asker asker) {
        return reading.as(asker, (em, person) -> Optional.of(withheld(person))).orElseGet(List::of);
    }

    private Optional<RecordList> declared(Person person) {
        return seenBy(person) ? Optional.of(Offered.of(declaration(person))) : Optional.empty();
    }

    final Optional<ListResult> run(ListQuery query, Asker asker) {
        return reading.as(asker, (em, person) -> declared(person).map(list -> run(em, person, list, query)));
    }

    private ListResult run(EntityManager em, Person person, RecordList list, ListQuery query) {
        LocalDate today = LocalDate.now(clock);
        Listing<T> listing = listing(person);
        ListingQuery<T> selected = new ListingQuery<>(listing, person, today);
        query.filters().forEach(filter -> narrow(selected, list, filter));
        ListFigures<T> figures = new ListFigures<>(listing, list, selected, em);
        ListFigures.All all = figures.all();
        Set<String> keys = new HashSet<>();
        List<Rows.Row> rows = selected.rows(em, order(listing, query), 0, query.limit()).stream()
                .map(entity -> row(em, entity, person, today))
                .filter(row -> keys.add(row.key()))
                .toList();
        return new ListResult(
                rows,
                Math.max(all.count(), rows.size()),
                all.totals(),
                query.groupBy().isEmpty() ? List.of() : figures.groups(query.groupBy()),
                clock.instant(),
                person.organisations().size() == 1 ? person.home() : "");
    }

    private static <T> String order(Listing<T> listing, ListQuery query) {
        List<String> paths = new ArrayList<>();
        for (ListSort sort : query.sort()) {
            paths.add(listing.path(sort.column()) + (sort.descending() ? " desc" : " asc"));
        }
        return paths.isEmpty() ? listing.usual() : String.join(", ", paths);
    }

    private static void narrow(ListingQuery<?> selected, RecordList list, ListFilter filter) {
        if (filter.column().equals(STATUS)) {
            selected.statuses(filter.values().stream().map(ErpList::text).toList());
            return;
        }
        if (filter.column().equals(SEARCH)) {
            selected.search(text(filter.value()));
            return;
        }
        ListColumn column = list.column(filter.column()).orElseThrow();
        Object value = bound(column, filter.value());
        switch (filter.operator()) {
            case EQ -> selected.compare(column.id(), "%p = %v", value);
            case NE -> selected.compare(column.id(), "%p <> %v or %p is null", value);
            case LT -> selected.compare(column.id(), "%p < %v", value);
            case LE -> selected.compare(column.id(), "%p <= %v", value);
            case GT -> selected.compare(column.id(), "%p > %v", value);
            case GE -> selected.compare(column.id(), "%p >= %v", value);
            case IN ->
                selected.compare(
                        column.id(),
                        "%p in %v",
                        filter.values().stream()
                                .map(each -> bound(column, each))
                                .toList());
            case CONTAINS ->
                selected.compare(
                        column.id(), "lower(%p) like %v escape '!'", ListingQuery.pattern(text(filter.value())));
        }
    }

    private static String text(Value value) {
        return ((Value.Text) value).text();
    }

    /** The ERP counts in whole numbers; only money has decimals. */
    private static Object bound(ListColumn column, Value value) {
        if (value instanceof Value.Text text) {
            return text.text();
        }
        if (value instanceof Value.Day day) {
            return day.date();
        }
        if (value instanceof Value.Quantity number) {
            if (column.kind() == ListColumn.Kind.MONEY) {
                return number.number();
            }
            try {
                return number.number().intValueExact();
            } catch (ArithmeticException e) {
                throw new ListQueryException("A value of the field '" + column.id() + "' must be a whole number.");
            }
        }
        throw new IllegalStateException("column " + column.id() + " cannot be compared with " + value);
    }

    /** A cell; what it is called is declared with the list. */
    static Field cell(String id, Value value) {
        return Field.of(id, "", value);
    }

    /** A key by which a row can be cited, of the number that staff know it by. */
    static String key(String reference) {
        return reference.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-+|-+$", "");
    }

    /** The column of the company that owns a row. */
    static ListColumn company() {
        return ListColumn.of(COMPANY, "Company", ListColumn.Kind.TEXT).usable().grouping();
    }

    /** The column of the screen's search. */
    static ListColumn search(String where) {
        return ListColumn.of(SEARCH, "Search in " + where, ListColumn.Kind.TEXT).filteredWith(ListOperator.CONTAINS);
    }

    /** The column that the screen's menu narrows by. */
    static ListColumn status(Listing<?> listing) {
        ListColumn column = ListColumn.of(STATUS, "Status", ListColumn.Kind.TEXT)
                .choosing(listing.statuses().keySet().stream().sorted().toList());
        // Where it has no path it is no value of the row, and rows cannot be counted by it.
        boolean counted = listing.paths().containsKey(STATUS);
        return new ListColumn(
                column.id(),
                column.label(),
                column.kind(),
                column.unit(),
                column.sensitivity(),
                column.operators(),
                column.choices(),
                counted,
                counted,
                column.aggregates());
    }
}
