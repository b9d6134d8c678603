package erp.assistant.impl.mapping;

import erp.assistant.record.ListAggregate;
import erp.assistant.record.ListOperator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The list of all records of the type: what of it may be shown, and what may be filtered, sorted and counted.
 *
 * @param about what a row is, in a sentence for a model that looks it up
 * @param query all records; the mapping's row filter is put around it
 * @param key the column by which staff know a record
 * @param order the most important first, as SQL without {@code ORDER BY}
 * @param cap how many rows are read at most
 */
record MappedList(
        Place place,
        Localised label,
        Localised about,
        Sql query,
        Optional<String> key,
        String order,
        int cap,
        Set<String> roles,
        List<Column> columns,
        List<MappedAction> actions) {

    MappedList {
        roles = Set.copyOf(roles);
        columns = List.copyOf(columns);
        actions = List.copyOf(actions);
    }

    /** A column that may be shown, and what else may be done with it. */
    record Column(
            MappedField field,
            Set<ListOperator> filter,
            List<String> choices,
            boolean sort,
            boolean group,
            Set<ListAggregate> aggregates) {

        Column {
            filter = Set.copyOf(filter);
            choices = List.copyOf(choices);
            aggregates = Set.copyOf(aggregates);
        }

        /** Whether its name stands in statements beside the one that selects all columns. */
        boolean used() {
            return !filter.isEmpty() || sort || group || !aggregates.isEmpty();
        }
    }
}
