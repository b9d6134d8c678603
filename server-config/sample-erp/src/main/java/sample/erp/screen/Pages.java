package sample.erp.screen;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import sample.erp.listing.Listing;
import sample.erp.listing.ListingQuery;
import sample.erp.organisation.Person;

/** Shows a list page by page. */
final class Pages {

    private Pages() {}

    static <T, R> Page<R> of(
            EntityManager em,
            Listing<T> listing,
            ListRequest request,
            Person person,
            LocalDate today,
            Function<T, R> row) {
        ListingQuery<T> query = new ListingQuery<>(listing, person, today)
                .search(request.search())
                .statuses(List.of(request.status()));
        String path = listing.paths().get(request.sort());
        String order = path == null ? listing.usual() : path + (request.descending() ? " desc" : " asc");
        return new Page<>(
                query.rows(em, order, request.page() * ListRequest.PAGE_SIZE, ListRequest.PAGE_SIZE).stream()
                        .map(row)
                        .toList(),
                query.count(em),
                request.page(),
                ListRequest.PAGE_SIZE);
    }
}
