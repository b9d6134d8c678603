package sample.erp.listing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One of the ERP's lists. All its conditions and paths are texts of this program.
 *
 * @param from such as {@code SalesOrder o join o.customer c}
 * @param organisation the path to the company that owns a row, whose rows only its staff see; empty if all see all
 * @param searched the paths in which a search looks
 * @param paths what may be sorted, filtered and added up by: the column's name to a path
 * @param statuses what the list's menu may be narrowed to: the name to a condition, which may use the parameters of {@link
 *     ListingQuery}
 * @param constants parameters of these conditions, such as the states of an enumeration
 * @param usual the order if nothing else is wanted, such as {@code d.number asc}
 */
public record Listing<T>(
        Class<T> type,
        String from,
        String alias,
        String organisation,
        List<String> searched,
        Map<String, String> paths,
        Map<String, String> statuses,
        Map<String, Object> constants,
        String usual) {

    public Listing {
        searched = List.copyOf(searched);
        paths = Map.copyOf(paths);
        statuses = Map.copyOf(statuses);
        constants = Map.copyOf(constants);
    }

    /** The same for somebody who may not see a column: sorting by it would tell it. */
    public Listing<T> withoutPath(String column) {
        return new Listing<>(
                type, from, alias, organisation, searched, without(paths, column), statuses, constants, usual);
    }

    /** The same for somebody who may not narrow it so. */
    public Listing<T> withoutStatus(String status) {
        return new Listing<>(
                type, from, alias, organisation, searched, paths, without(statuses, status), constants, usual);
    }

    /** The path of a column that is known to have one. */
    public String path(String column) {
        return Objects.requireNonNull(paths.get(column), column);
    }

    private static Map<String, String> without(Map<String, String> all, String name) {
        Map<String, String> rest = new HashMap<>(all);
        rest.remove(name);
        return rest;
    }
}
