package erp.assistant.impl.ledger;

import erp.assistant.impl.ledger.Sums.AnswerKey;
import erp.assistant.impl.ledger.Sums.AnswerSum;
import erp.assistant.impl.ledger.Sums.AttemptKey;
import erp.assistant.impl.ledger.Sums.AttemptSum;
import erp.assistant.impl.ledger.Sums.LatencyKey;
import erp.assistant.impl.ledger.Sums.Phase;
import erp.assistant.impl.sql.Sql;
import erp.assistant.impl.sql.Statements;
import erp.assistant.impl.sql.Statements.Elements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The statements of the tables {@code rollup_...}. */
final class RollupTable {

    private static final String INSERT_SPAN =
            "INSERT INTO rollup_span (from_at, to_at, day_key, whole, sealed, combinations) VALUES (?, ?, ?, ?, false, ?)";

    /** One statement for all sums of a span, of which there are hundreds. */
    private static final String INSERT_ATTEMPTS = """
            INSERT INTO rollup_attempt (from_at, dimension, slice, outcome, in_stream, currency, attempts, priced, cost_nanos,
              input_tokens, cache_read_tokens)
            SELECT CAST(? AS timestamp(6) with time zone), sums.* FROM UNNEST(CAST(? AS varchar ARRAY), CAST(? AS varchar ARRAY),
              CAST(? AS varchar ARRAY), CAST(? AS boolean ARRAY), CAST(? AS varchar ARRAY), CAST(? AS bigint ARRAY),
              CAST(? AS bigint ARRAY), CAST(? AS bigint ARRAY), CAST(? AS bigint ARRAY), CAST(? AS bigint ARRAY)) AS sums""";

    private static final String INSERT_ANSWERS = """
            INSERT INTO rollup_answer (from_at, dimension, slice, outcome, currency, answers, cache_hits, saved_nanos)
            SELECT CAST(? AS timestamp(6) with time zone), sums.* FROM UNNEST(CAST(? AS varchar ARRAY), CAST(? AS varchar ARRAY),
              CAST(? AS varchar ARRAY), CAST(? AS varchar ARRAY), CAST(? AS bigint ARRAY), CAST(? AS bigint ARRAY),
              CAST(? AS bigint ARRAY)) AS sums""";

    private static final String INSERT_LATENCY = """
            INSERT INTO rollup_latency (from_at, dimension, slice, phase, sketch)
            SELECT CAST(? AS timestamp(6) with time zone), sums.* FROM UNNEST(CAST(? AS varchar ARRAY), CAST(? AS varchar ARRAY),
              CAST(? AS varchar ARRAY), CAST(? AS varchar ARRAY)) AS sums""";

    /** Takes what was added up of a day. */
    interface Visitor {
        void attempts(String day, AttemptKey key, AttemptSum sum);

        void answers(String day, AnswerKey key, AnswerSum sum);

        void latencies(String day, LatencyKey key, String sketch);
    }

    /**
     * Which sums are read: a month in detail has many times more than one by dimensions.
     *
     * @param slices what their slices are like
     */
    record Part(Set<Dimension> dimensions, String slices) {

        static final Part DIMENSIONS =
                new Part(EnumSet.complementOf(EnumSet.of(Dimension.DETAIL, Dimension.COMBINATION)), "%");

        static final Part DETAIL = new Part(Set.of(Dimension.DETAIL), "%");

        /** The combinations that a filter lets through. */
        static Part of(Filter filter) {
            return new Part(Set.of(Dimension.COMBINATION), filter.pattern());
        }

        /** Names the dimensions one by one, which an index can find; of combinations there may be thousands a day. */
        private String condition() {
            return dimensions.stream()
                    .map(dimension -> "'" + dimension.stored() + "'")
                    .collect(Collectors.joining(", ", "sums.dimension IN (", ")"));
        }
    }

    private RollupTable() {}

    /** Takes the lock until the transaction ends; false if another has it. */
    static boolean lock(Statements statements) throws SQLException {
        return !statements
                .query("SELECT id FROM rollup_lock WHERE id = 1 FOR UPDATE SKIP LOCKED", row -> row.getInt("id"))
                .isEmpty();
    }

    /** Says that something has changed; by the holder of the lock. */
    static void changed(Statements statements) throws SQLException {
        statements.update("UPDATE rollup_lock SET version = version + 1 WHERE id = 1");
    }

    /** How many changes there have been. */
    static long version(Statements statements) throws SQLException {
        return statements
                .query("SELECT version FROM rollup_lock WHERE id = 1", row -> row.getLong("version"))
                .get(0);
    }

    /** Where the last span ends; empty if there is none. */
    static Optional<Instant> closedTo(Statements statements) throws SQLException {
        return statements
                .query("SELECT MAX(to_at) AS to_at FROM rollup_span", row -> Sql.optionalInstant(row, "to_at"))
                .get(0);
    }

    /** The span in which an instant is, unless it is sealed or there is none. */
    static Optional<Span> open(Statements statements, Instant at) throws SQLException {
        return statements
                .query(
                        "SELECT * FROM rollup_span WHERE from_at <= ? AND to_at > ? AND NOT sealed",
                        RollupTable::span,
                        at,
                        at)
                .stream()
                .findFirst();
    }

    /** The latest span that was added up before there were combinations, unless it is sealed. */
    static Optional<Span> uncombined(Statements statements) throws SQLException {
        return statements
                .query(
                        "SELECT * FROM rollup_span WHERE combinations IS NULL AND NOT sealed"
                                + " ORDER BY from_at DESC FETCH FIRST 1 ROWS ONLY",
                        RollupTable::span)
                .stream()
                .findFirst();
    }

    /** The closed parts of a day, oldest first. */
    static List<Span> parts(Statements statements, String day) throws SQLException {
        return statements.query(
                "SELECT * FROM rollup_span WHERE day_key = ? AND NOT whole AND NOT sealed ORDER BY from_at",
                RollupTable::span,
                day);
    }

    /** From now on the spans that end by an instant are not added up again. */
    static void seal(Statements statements, Instant until) throws SQLException {
        statements.update("UPDATE rollup_span SET sealed = true WHERE to_at <= ? AND NOT sealed", until);
    }

    /** Until when spans are sealed; empty if none is. */
    static Optional<Instant> sealedTo(Statements statements) throws SQLException {
        return statements
                .query(
                        "SELECT MAX(to_at) AS to_at FROM rollup_span WHERE sealed",
                        row -> Sql.optionalInstant(row, "to_at"))
                .get(0);
    }

    private static Span span(ResultSet row) throws SQLException {
        return new Span(
                Sql.instant(row, "from_at"),
                Sql.instant(row, "to_at"),
                row.getString("day_key"),
                row.getBoolean("whole"));
    }

    /** Its sums go with it. */
    static void remove(Statements statements, Span span) throws SQLException {
        statements.update("DELETE FROM rollup_span WHERE from_at = ?", span.from());
    }

    static void insert(Statements statements, Span span, Sums sums) throws SQLException {
        Instant from = span.from();
        statements.update(INSERT_SPAN, from, span.to(), span.day(), span.whole(), sums.combinations());
        sums.bound();
        insertAttempts(statements, from, List.copyOf(sums.attempts().entrySet()));
        insertAnswers(statements, from, List.copyOf(sums.answers().entrySet()));
        insertLatencies(statements, from, List.copyOf(sums.latencies().entrySet()));
    }

    private static void insertAttempts(Statements statements, Instant from, List<Entry<AttemptKey, AttemptSum>> sums)
            throws SQLException {
        statements.update(
                INSERT_ATTEMPTS,
                from,
                texts(sums, sum -> sum.getKey().dimension().stored()),
                texts(sums, sum -> sum.getKey().slice()),
                texts(sums, sum -> sum.getKey().outcome()),
                column("bool", sums, sum -> sum.getKey().inStream()),
                texts(sums, sum -> sum.getKey().currency()),
                numbers(sums, sum -> sum.getValue().attempts()),
                numbers(sums, sum -> sum.getValue().priced()),
                numbers(sums, sum -> sum.getValue().nanos()),
                numbers(sums, sum -> sum.getValue().inputTokens()),
                numbers(sums, sum -> sum.getValue().cachedTokens()));
    }

    private static void insertAnswers(Statements statements, Instant from, List<Entry<AnswerKey, AnswerSum>> sums)
            throws SQLException {
        statements.update(
                INSERT_ANSWERS,
                from,
                texts(sums, sum -> sum.getKey().dimension().stored()),
                texts(sums, sum -> sum.getKey().slice()),
                texts(sums, sum -> sum.getKey().outcome()),
                texts(sums, sum -> sum.getKey().currency()),
                numbers(sums, sum -> sum.getValue().answers()),
                numbers(sums, sum -> sum.getValue().cacheHits()),
                numbers(sums, sum -> sum.getValue().savedNanos()));
    }

    private static void insertLatencies(
            Statements statements, Instant from, List<Entry<LatencyKey, LatencySketch>> sums) throws SQLException {
        statements.update(
                INSERT_LATENCY,
                from,
                texts(sums, sum -> sum.getKey().dimension().stored()),
                texts(sums, sum -> sum.getKey().slice()),
                texts(sums, sum -> word(sum.getKey().phase())),
                texts(sums, sum -> sum.getValue().toString()));
    }

    private static <S> Elements texts(List<S> sums, Function<S, String> text) {
        return column("text", sums, text);
    }

    private static <S> Elements numbers(List<S> sums, Function<S, Long> number) {
        return column("int8", sums, number);
    }

    private static <S> Elements column(String type, List<S> sums, Function<S, ?> element) {
        return new Elements(type, sums.stream().map(element).toList());
    }

    private static String word(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    /** The days of a month, as far as it is added up, of which the combinations are not known. */
    static List<String> notCombined(Statements statements, String firstDay, String lastDay) throws SQLException {
        return statements.query(
                "SELECT day_key FROM rollup_span WHERE day_key >= ? AND day_key <= ?"
                        + " AND (combinations IS NULL OR combinations > ?) ORDER BY day_key",
                row -> row.getString("day_key"),
                firstDay,
                lastDay,
                Sums.MOST_COMBINATIONS);
    }

    /** Sums of the days from the first to the last. */
    static void read(Statements statements, String firstDay, String lastDay, Part part, Visitor visitor)
            throws SQLException {
        String ofDays = " FROM %s sums JOIN rollup_span span ON span.from_at = sums.from_at"
                + " WHERE span.day_key >= ? AND span.day_key <= ? AND " + part.condition()
                + " AND sums.slice LIKE ? ESCAPE '!'";
        Object[] values = {firstDay, lastDay, new Statements.Whole(part.slices())};
        statements.visit(
                "SELECT span.day_key, sums.*" + ofDays.formatted("rollup_attempt"),
                row -> visitor.attempts(
                        row.getString("day_key"),
                        new AttemptKey(
                                Dimension.of(row.getString("dimension")),
                                row.getString("slice"),
                                row.getString("outcome"),
                                row.getBoolean("in_stream"),
                                row.getString("currency")),
                        new AttemptSum(
                                row.getLong("attempts"),
                                row.getLong("priced"),
                                row.getLong("cost_nanos"),
                                row.getLong("input_tokens"),
                                row.getLong("cache_read_tokens"))),
                values);
        statements.visit(
                "SELECT span.day_key, sums.*" + ofDays.formatted("rollup_answer"),
                row -> visitor.answers(
                        row.getString("day_key"),
                        new AnswerKey(
                                Dimension.of(row.getString("dimension")),
                                row.getString("slice"),
                                row.getString("outcome"),
                                row.getString("currency")),
                        new AnswerSum(row.getLong("answers"), row.getLong("cache_hits"), row.getLong("saved_nanos"))),
                values);
        statements.visit(
                "SELECT span.day_key, sums.*" + ofDays.formatted("rollup_latency"),
                row -> visitor.latencies(
                        row.getString("day_key"),
                        new LatencyKey(
                                Dimension.of(row.getString("dimension")),
                                row.getString("slice"),
                                Phase.valueOf(row.getString("phase").toUpperCase(Locale.ROOT))),
                        row.getString("sketch")),
                values);
    }
}
