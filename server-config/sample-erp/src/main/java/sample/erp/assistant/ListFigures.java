package sample.erp.assistant;

import erp.assistant.record.Field;
import erp.assistant.record.ListAggregate;
import erp.assistant.record.ListColumn;
import erp.assistant.record.ListQuery;
import erp.assistant.record.ListResult;
import erp.assistant.record.RecordList;
import erp.assistant.record.Rows;
import erp.assistant.record.Value;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sample.erp.listing.Listing;
import sample.erp.listing.ListingQuery;

/** Figures over all rows of a list, by the database. Amounts of several currencies are not added up. */
final class ListFigures<T> {

    private final Listing<T> listing;
    private final ListingQuery<T> selected;
    private final EntityManager em;
    private final List<Figure> figures = new ArrayList<>();

    private record Figure(ListColumn column, ListAggregate aggregate) {}

    /** How many rows there are, and their figures. */
    record All(int count, List<Field> totals) {}

    ListFigures(Listing<T> listing, RecordList list, ListingQuery<T> selected, EntityManager em) {
        this.listing = listing;
        this.selected = selected;
        this.em = em;
        for (ListColumn column : list.columns()) {
            column.aggregates().stream().sorted().forEach(aggregate -> figures.add(new Figure(column, aggregate)));
        }
    }

    All all() {
        List<Object[]> byCurrency = selected.figures(em, selects(currency()), by(currency()));
        int count = byCurrency.stream()
                .mapToInt(row -> ((Number) row[1]).intValue())
                .sum();
        List<Field> totals = new ArrayList<>();
        if (byCurrency.size() == 1) {
            for (int i = 0; i < figures.size(); i++) {
                totals.add(total(figures.get(i), byCurrency.get(0), i));
            }
        }
        return new All(count, totals);
    }

    private static Field total(Figure figure, Object[] row, int index) {
        return ErpList.cell(
                figure.aggregate().idOf(figure.column().id()), value(figure.column(), row[2 + index], row[0]));
    }

    /** The most numerous first. */
    List<Rows.Row> groups(String column) {
        String path = listing.path(column);
        List<String> selects = new ArrayList<>(selects(currency()));
        selects.add(path);
        List<String> paths = new ArrayList<>(by(currency()));
        paths.add(path);
        List<Object[]> found = selected.figures(em, selects, paths).stream()
                .sorted(Comparator.comparingLong((Object[] row) -> ((Number) row[1]).longValue())
                        .reversed())
                .limit(ListQuery.MAX_GROUPS)
                .toList();
        List<Rows.Row> rows = new ArrayList<>();
        for (Object[] row : found) {
            List<Field> cells = new ArrayList<>();
            cells.add(ErpList.cell(column, new Value.Text(String.valueOf(row[row.length - 1]))));
            cells.add(Field.of(ListResult.COUNT, "Number of rows", number(row[1])));
            for (int i = 0; i < figures.size(); i++) {
                if (figures.get(i).aggregate() == ListAggregate.SUM) {
                    cells.add(total(figures.get(i), row, i));
                }
            }
            rows.add(new Rows.Row(Integer.toString(rows.size() + 1), cells));
        }
        return rows;
    }

    private String currency() {
        return listing.organisation().isEmpty() ? "" : listing.organisation() + ".currencyCode";
    }

    private List<String> selects(String currency) {
        List<String> selects = new ArrayList<>();
        selects.add(currency.isEmpty() ? "min(" + listing.alias() + ".id)" : currency);
        selects.add("count(" + listing.alias() + ")");
        for (Figure figure : figures) {
            selects.add(figure.aggregate().key() + "("
                    + listing.path(figure.column().id()) + ")");
        }
        return selects;
    }

    private static List<String> by(String currency) {
        return currency.isEmpty() ? List.of() : List.of(currency);
    }

    private static Value value(ListColumn column, @Nullable Object found, Object currency) {
        if (found == null) {
            return new Value.Missing();
        }
        if (found instanceof LocalDate day) {
            return new Value.Day(day);
        }
        return column.kind() == ListColumn.Kind.MONEY
                ? new Value.Money(new BigDecimal(found.toString()), Currency.getInstance(currency.toString()))
                : number(found);
    }

    private static Value number(Object found) {
        return new Value.Quantity(new BigDecimal(found.toString()), "");
    }
}
