package erp.assistant.impl.ledger;

import erp.assistant.Cost;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.sql.Sql;
import erp.assistant.report.FeedbackBook.Rating;
import erp.assistant.report.FeedbackList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the ratings with their answers' rows. */
public final class LedgerFeedbackList implements FeedbackList {

    private final Database database;
    private final SettingsSource settings;

    /** Over a database whose tables {@link Schema} has made. */
    public LedgerFeedbackList(DataSource dataSource, SettingsSource settings) {
        this.database = new Database(dataSource);
        this.settings = settings;
    }

    @Override
    public List<Entry> entries(Filter filter, int offset, int limit) {
        StringBuilder sql = new StringBuilder("""
                SELECT f.rating, f.reason, f.rated_at, a.* FROM feedback f JOIN answer a ON a.call_id = f.call_id WHERE 1 = 1""");
        List<Object> values = new ArrayList<>();
        filter.rating().ifPresent(rating -> {
            sql.append(" AND f.rating = ?");
            values.add(rating.name().toLowerCase(Locale.ROOT));
        });
        filter.month().ifPresent(month -> {
            MonthWindow window = MonthWindow.of(month, settings.current().zone());
            sql.append(" AND f.rated_at >= ? AND f.rated_at < ?");
            values.add(window.from());
            values.add(window.to());
        });
        if (!filter.recordType().isEmpty()) {
            sql.append(" AND a.record_type = ?");
            values.add(filter.recordType());
        }
        sql.append(
                " ORDER BY f.rated_at DESC, f.call_id OFFSET %d ROWS FETCH NEXT %d ROWS ONLY".formatted(offset, limit));
        try {
            return database.query(sql.toString(), LedgerFeedbackList::read, values.toArray());
        } catch (SQLException e) {
            throw new LedgerException("the ratings could not be read", e);
        }
    }

    private static Entry read(ResultSet row) throws SQLException {
        Long cost = Sql.longOrNull(row, "cost_nanos");
        return new Entry(
                row.getString("call_id"),
                Rating.valueOf(row.getString("rating").toUpperCase(Locale.ROOT)),
                Sql.text(row, "reason"),
                Sql.instant(row, "rated_at"),
                Sql.instant(row, "asked_at"),
                Sql.text(row, "asker"),
                Sql.text(row, "organisation"),
                Sql.text(row, "record_type"),
                Sql.text(row, "record_id"),
                Sql.text(row, "action_id"),
                Sql.text(row, "template"),
                Sql.text(row, "outcome"),
                Sql.text(row, "source"),
                Sql.text(row, "model"),
                cost == null
                        ? Optional.empty()
                        : Optional.of(new Cost(cost, Currency.getInstance(row.getString("currency")))),
                optional(Sql.longOrNull(row, "first_millis")),
                optional(Sql.longOrNull(row, "total_millis")));
    }

    private static OptionalLong optional(@Nullable Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
