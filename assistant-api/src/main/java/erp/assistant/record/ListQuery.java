package erp.assistant.record;

import java.util.List;
import java.util.Objects;

/**
 * Which rows of a list are wanted, in which order: columns by their declared ids, values bound, never a piece of a query language.
 *
 * @param filters all of which a row has to pass, at most ten
 * @param sort by the first, then by the next, at most three; none for the list's own order
 * @param groupBy the column by whose values rows are counted and added up, or empty
 * @param limit the most rows wanted, 1 to {@link #MAX_LIMIT}; figures over all rows do not depend on it
 */
public record ListQuery(List<ListFilter> filters, List<ListSort> sort, String groupBy, int limit) {

    /** The most rows that may be wanted. */
    public static final int MAX_LIMIT = 200;

    /** How many rows are wanted if it is not said. */
    public static final int USUAL_LIMIT = 100;

    /** The most groups that a source returns. */
    public static final int MAX_GROUPS = 50;

    private static final int MAX_FILTERS = 10;
    private static final int MAX_SORTS = 3;

    /** All rows, as many as usual. */
    public static final ListQuery ALL = new ListQuery(List.of(), List.of(), "", USUAL_LIMIT);

    public ListQuery {
        filters = List.copyOf(filters);
        sort = List.copyOf(sort);
        Objects.requireNonNull(groupBy, "groupBy");
        require(filters.size() <= MAX_FILTERS, "a list takes at most " + MAX_FILTERS + " filters");
        require(sort.size() <= MAX_SORTS, "a list is sorted by at most " + MAX_SORTS + " fields");
        require(limit >= 1 && limit <= MAX_LIMIT, "a list's limit is 1 to " + MAX_LIMIT);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
