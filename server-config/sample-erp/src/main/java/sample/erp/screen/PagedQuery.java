package sample.erp.screen;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A query under construction whose result is shown page by page. Conditions are texts of this program; values are parameters. */
final class PagedQuery<T> {

    private final Class<T> type;
    private final String from;
    private final String alias;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** @param from such as {@code SalesOrder o join o.customer c} */
    PagedQuery(Class<T> type, String from, String alias) {
        this.type = type;
        this.from = from;
        this.alias = alias;
    }

    PagedQuery<T> where(String condition) {
        conditions.add(condition);
        return this;
    }

    PagedQuery<T> where(String condition, String parameter, Object value) {
        conditions.add(condition);
        return with(parameter, value);
    }

    PagedQuery<T> with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /**
     * Runs it.
     *
     * @param sorts what may be sorted by: the column's name to a path
     * @param otherwise the path to sort by, descending, if no known column was asked for
     */
    <R> Page<R> page(
            EntityManager em, ListRequest request, Map<String, String> sorts, String otherwise, Function<T, R> row) {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        String path = sorts.get(request.sort());
        String order = path == null ? otherwise + " desc" : path + (request.descending() ? " desc" : " asc");
        long total = filled(em.createQuery("select count(" + alias + ") from " + from + where, Long.class))
                .getSingleResult();
        List<R> rows = filled(em.createQuery(
                        "select " + alias + " from " + from + where + " order by " + order + ", " + alias + ".id",
                        type))
                .setFirstResult(request.page() * ListRequest.PAGE_SIZE)
                .setMaxResults(ListRequest.PAGE_SIZE)
                .getResultStream()
                .map(row)
                .toList();
        return new Page<>(rows, total, request.page(), ListRequest.PAGE_SIZE);
    }

    private <Q> TypedQuery<Q> filled(TypedQuery<Q> query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
