package erp.assistant.record;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A declared column of a list, and what may be done with it: nothing but being shown unless it is said.
 *
 * @param id as cells and filters name it, such as {@code dueDate}
 * @param label what the ERP's list calls it
 * @param unit the currency or unit of all its values where they have one in common, or empty; sums need it to be in common
 * @param sensitivity how carefully its values are handled; what is {@link Sensitivity#SECRET} can neither be filtered nor sorted by,
 *     since both tell of it
 * @param operators with which it may be filtered
 * @param choices the only values that a filter may name, or none if any value of the kind will do
 * @param sortable whether rows may be sorted by it
 * @param groupable whether rows may be counted by its values
 * @param aggregates its figures over all rows
 */
public record ListColumn(
        String id,
        String label,
        Kind kind,
        String unit,
        Sensitivity sensitivity,
        Set<ListOperator> operators,
        List<String> choices,
        boolean sortable,
        boolean groupable,
        Set<ListAggregate> aggregates) {

    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,59}");

    private static final Set<ListOperator> ORDERED = Set.of(
            ListOperator.EQ,
            ListOperator.NE,
            ListOperator.LT,
            ListOperator.LE,
            ListOperator.GT,
            ListOperator.GE,
            ListOperator.IN);

    /** What its values are, and so what a filter's must be. */
    public enum Kind {
        TEXT("a text", Set.of(ListOperator.EQ, ListOperator.NE, ListOperator.IN, ListOperator.CONTAINS)),
        MONEY("a number", ORDERED),
        NUMBER("a number", ORDERED),
        PERCENT("a number", ORDERED),
        DAY("a date such as 2026-11-30", ORDERED),
        FLAG("true or false", Set.of(ListOperator.EQ)),
        /** A point in time, which is only shown. */
        MOMENT("a point in time", Set.of());

        private final String words;
        private final Set<ListOperator> operators;

        Kind(String words, Set<ListOperator> operators) {
            this.words = words;
            this.operators = operators;
        }

        /** What a filter's value has to be. */
        public String words() {
            return words;
        }

        /** All operators that make sense for such values. */
        public Set<ListOperator> operators() {
            return operators;
        }

        /** Whether its values can be added up. */
        public boolean numeric() {
            return this == MONEY || this == NUMBER;
        }
    }

    public ListColumn {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(sensitivity, "sensitivity");
        operators = Set.copyOf(operators);
        choices = List.copyOf(choices);
        aggregates = Set.copyOf(aggregates);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "column id '" + id + "' must be letters and digits, starting with a letter");
        }
        require(kind.operators().containsAll(operators), id, "cannot be filtered with " + operators);
        require(choices.isEmpty() || kind == Kind.TEXT, id, "has choices and is no text");
        require(
                aggregates.isEmpty() || kind.numeric() || kind == Kind.DAY || kind == Kind.PERCENT,
                id,
                "has no order and so no aggregates");
        require(!aggregates.contains(ListAggregate.SUM) || kind.numeric(), id, "cannot be added up");
        require(
                sensitivity != Sensitivity.SECRET
                        || (operators.isEmpty() && !sortable && !groupable && aggregates.isEmpty()),
                id,
                "is secret, and whatever is done with it would tell of it");
    }

    private static void require(boolean holds, String id, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("column " + id + " " + otherwise);
        }
    }

    /** A public column that is only shown. */
    public static ListColumn of(String id, String label, Kind kind) {
        return new ListColumn(id, label, kind, "", Sensitivity.PUBLIC, Set.of(), List.of(), false, false, Set.of());
    }

    /** The same, with which nothing else may be done. */
    ListColumn onlyShown() {
        return new ListColumn(id, label, kind, unit, sensitivity, Set.of(), List.of(), false, false, Set.of());
    }

    /** The same, which may be filtered with all operators of its kind and sorted by. */
    public ListColumn usable() {
        return new ListColumn(
                id, label, kind, unit, sensitivity, kind.operators(), choices, true, groupable, aggregates);
    }

    /** The same, which may be filtered with these alone. */
    public ListColumn filteredWith(ListOperator first, ListOperator... more) {
        return new ListColumn(
                id, label, kind, unit, sensitivity, EnumSet.of(first, more), choices, sortable, groupable, aggregates);
    }

    /** The same, which may be filtered by these values alone, and by which rows may be counted. */
    public ListColumn choosing(List<String> only) {
        return new ListColumn(
                id,
                label,
                kind,
                unit,
                sensitivity,
                EnumSet.of(ListOperator.EQ, ListOperator.IN),
                only,
                sortable,
                true,
                aggregates);
    }

    public ListColumn unit(String common) {
        return new ListColumn(
                id, label, kind, common, sensitivity, operators, choices, sortable, groupable, aggregates);
    }

    public ListColumn as(Sensitivity other) {
        return new ListColumn(id, label, kind, unit, other, operators, choices, sortable, groupable, aggregates);
    }

    /** The same, by whose values rows may be counted. */
    public ListColumn grouping() {
        return new ListColumn(id, label, kind, unit, sensitivity, operators, choices, sortable, true, aggregates);
    }

    /** The same with these figures over all rows. */
    public ListColumn with(ListAggregate first, ListAggregate... more) {
        return new ListColumn(
                id, label, kind, unit, sensitivity, operators, choices, sortable, groupable, EnumSet.of(first, more));
    }
}
