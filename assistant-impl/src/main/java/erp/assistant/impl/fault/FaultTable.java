package erp.assistant.impl.fault;

import erp.assistant.chat.ProviderFault.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The table of failures, {@code faults.csv}: what a provider's status and error words mean, and what follows. Immutable, safe
 * for use by many threads.
 */
public final class FaultTable {

    /** The shipped table. */
    public static final FaultTable SHIPPED = shipped();

    private final List<FaultRow> rows;
    private final Map<Kind, Rule> rules = new EnumMap<>(Kind.class);

    private FaultTable(List<FaultRow> rows) {
        this.rows = List.copyOf(rows);
        for (FaultRow row : rows) {
            Rule other = rules.putIfAbsent(row.kind(), row.rule());
            if (other != null && !other.equals(row.rule())) {
                throw new IllegalArgumentException("two rules for " + row.kind());
            }
        }
        for (Kind kind : Kind.values()) {
            if (!rules.containsKey(kind)) {
                throw new IllegalArgumentException("no rule for " + kind);
            }
        }
    }

    /** Reads a table; @throws IllegalArgumentException naming the line that is wrong. */
    static FaultTable read(BufferedReader lines) throws IOException {
        List<FaultRow> rows = new ArrayList<>();
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                rows.add(FaultRow.of(line));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
            }
        }
        return new FaultTable(rows);
    }

    private static FaultTable shipped() {
        InputStream file = FaultTable.class.getResourceAsStream("faults.csv");
        if (file == null) {
            throw new IllegalStateException("faults.csv is missing");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return read(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The kind of a failure that was told with an HTTP status of 300 or more.
     *
     * @param code the error's code, may be empty
     * @param type the error's type, may be empty
     */
    public Kind answered(int status, String code, String type) {
        return told(FaultRow.Place.ANSWER, Integer.toString(status), code, type).orElse(Kind.MALFORMED);
    }

    /** The kind of a failure that was told inside a stream; words as with {@link #answered}. */
    public Kind inStream(String code, String type) {
        return told(FaultRow.Place.STREAM, code, code, type).orElse(Kind.SERVER_ERROR);
    }

    /** A word that is precise wherever it stands, else the status, else a word that is only precise in its place. */
    private Optional<Kind> told(FaultRow.Place where, String status, String code, String type) {
        return word(FaultRow.Place.ANY, code, type)
                // Also inside a stream: vLLM and Google put the status that it would have been into the code.
                .or(() -> kind(row -> row.place() == FaultRow.Place.ANSWER && row.has(status)))
                .or(() -> word(where, code, type))
                .or(() -> kind(row -> row.place() == where && row.isForAll()));
    }

    private Optional<Kind> word(FaultRow.Place place, String code, String type) {
        return kind(row -> row.place() == place && row.says(code))
                .or(() -> kind(row -> row.place() == place && row.says(type)));
    }

    private Optional<Kind> kind(Predicate<FaultRow> fits) {
        return rows.stream().filter(fits).findFirst().map(FaultRow::kind);
    }

    /** What follows from a failure. */
    public Rule rule(Kind kind) {
        Rule rule = rules.get(kind);
        if (rule == null) {
            throw new IllegalStateException("no rule for " + kind);
        }
        return rule;
    }

    List<FaultRow> rows() {
        return rows;
    }
}
