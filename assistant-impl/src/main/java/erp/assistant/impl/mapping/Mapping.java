package erp.assistant.impl.mapping;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one mapping file says: a record type, and all of it that may ever be shown.
 *
 * @param file its name, for messages
 * @param dataSource its JNDI name
 * @param label with the ids of public fields in braces, such as {@code Purchase order {number}}
 * @param roles one of which an asker must have to see such records at all; empty for everybody whom the row filter lets
 * @param rolesQuery the roles that the ERP itself gives to {@code :user}, beside the container's
 * @param rowFilter a condition over the columns of {@code query} that depends on {@code :user}; empty if the file says that
 *     everybody may see every record
 * @param query the record
 * @param version the column that changes with the record
 * @param organisation the column with the company that owns it
 * @param timeout of each statement
 * @param list of all records; empty if a question can only be about one
 */
record Mapping(
        String file,
        String type,
        String dataSource,
        Localised label,
        IdType idType,
        Set<String> roles,
        Optional<Sql> rolesQuery,
        Optional<Sql> rowFilter,
        Sql query,
        Optional<String> version,
        Optional<String> organisation,
        Duration timeout,
        List<MappedField> fields,
        List<MappedFacts> facts,
        List<MappedRows> rows,
        List<MappedAction> actions,
        Optional<MappedList> list) {

    Mapping {
        roles = Set.copyOf(roles);
        fields = List.copyOf(fields);
        facts = List.copyOf(facts);
        rows = List.copyOf(rows);
        actions = List.copyOf(actions);
    }

    /** The record as the asker may see it. */
    Sql record() {
        return visible(query);
    }

    /** What a query finds and the asker may see. */
    Sql visible(Sql query) {
        return rowFilter.map(filter -> Statement.filtered(query, filter)).orElseGet(() -> Statement.all(query));
    }
}
