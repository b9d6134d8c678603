package sample.erp.listing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import sample.erp.organisation.Person;

/**
 * A query on a list under construction, for a list screen and for the assistant alike: the rows of the person's companies, narrowed.
 * Conditions are texts of this program; values are parameters. For one thread.
 */
public final class ListingQuery<T> {

    private static final int WEEK = 7;
    private static final int MONTH = 30;

    private final Listing<T> listing;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** What the conditions of a {@link Listing} may use. */
    private final Map<String, Object> known;

    public ListingQuery(Listing<T> listing, Person person, LocalDate today) {
        this.listing = listing;
        this.known = new HashMap<>(listing.constants());
        known.put("organisations", person.organisations());
        known.put("today", today);
        known.put("weekAgo", today.minusDays(WEEK));
        known.put("monthAgo", today.minusDays(MONTH));
        known.put("yearEnd", today.withDayOfYear(today.lengthOfYear()));
        if (!listing.organisation().isEmpty()) {
            where(listing.organisation() + ".code in :organisations");
        }
    }

    /** Narrows to rows that have the text somewhere in what the list searches; nothing if it is blank. */
    public ListingQuery<T> search(String text) {
        if (!text.isBlank()) {
            String pattern = parameter(pattern(text));
            conditions.add(listing.searched().stream()
                    .map(path -> "lower(" + path + ") like " + pattern + " escape '!'")
                    .collect(Collectors.joining(" or ", "(", ")")));
        }
        return this;
    }

    /** Narrows to rows in one of these states; a name that the list does not know is none. */
    public ListingQuery<T> statuses(Collection<String> names) {
        List<String> wanted = names.stream()
                .map(listing.statuses()::get)
                .filter(Objects::nonNull)
                .toList();
        return wanted.isEmpty() ? this : where(wanted.stream().collect(Collectors.joining(") or (", "((", "))")));
    }

    /**
     * Narrows by a comparison.
     *
     * @param comparison with {@code %p} for the column's path and {@code %v} for the value
     */
    public ListingQuery<T> compare(String column, String comparison, Object value) {
        conditions.add("(" + comparison.replace("%p", listing.path(column)).replace("%v", parameter(value)) + ")");
        return this;
    }

    /** A lower-case pattern for {@code like}, with {@code !} as its escape character. */
    public static String pattern(String text) {
        String escaped = text.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
        return "%" + escaped + "%";
    }

    private ListingQuery<T> where(String condition) {
        conditions.add(condition);
        known.forEach((name, value) -> {
            if (condition.contains(":" + name)) {
                parameters.put(name, value);
            }
        });
        return this;
    }

    private String parameter(Object value) {
        String name = "p" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }

    public long count(EntityManager em) {
        return filled(em.createQuery("select count(" + listing.alias() + ")" + fromWhere(), Long.class))
                .getSingleResult();
    }

    /**
     * Reads rows.
     *
     * @param order paths with their directions
     */
    public List<T> rows(EntityManager em, String order, int first, int most) {
        return filled(em.createQuery(
                        "select " + listing.alias() + fromWhere() + " order by " + order + ", " + listing.alias()
                                + ".id",
                        listing.type()))
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * Reads figures over all rows, at least two in each result.
     *
     * @param groupBy the paths by which they are grouped, or empty
     */
    public List<Object[]> figures(EntityManager em, List<String> figures, List<String> groupBy) {
        return filled(em.createQuery(
                        "select " + String.join(", ", figures) + fromWhere()
                                + (groupBy.isEmpty() ? "" : " group by " + String.join(", ", groupBy)),
                        Object[].class))
                .getResultList();
    }

    private String fromWhere() {
        return " from " + listing.from() + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions));
    }

    private <Q> TypedQuery<Q> filled(TypedQuery<Q> query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
