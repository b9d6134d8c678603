package erp.assistant.impl.ledger;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A line of a hand-edited table: commas between values, no quotes, {@code #} begins a comment line. */
record CsvLine(String file, int number, Map<String, String> values) {

    /**
     * Reads all lines.
     *
     * @param required the columns that the first line that is no comment must name
     * @param optional the columns that it may name besides; in any order
     */
    static List<CsvLine> readAll(String file, List<String> lines, List<String> required, Set<String> optional) {
        List<CsvLine> rows = new ArrayList<>();
        List<String> header = List.of();
        int number = 0;
        for (String line : lines) {
            number++;
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            List<String> cells =
                    List.of(line.split(",", -1)).stream().map(String::strip).toList();
            if (header.isEmpty()) {
                header = header(file, number, cells, required, optional);
                continue;
            }
            if (cells.size() != header.size()) {
                throw new PriceFileException(
                        file, number, "has " + cells.size() + " values instead of " + header.size());
            }
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                values.put(header.get(i), cells.get(i));
            }
            rows.add(new CsvLine(file, number, values));
        }
        if (header.isEmpty()) {
            throw new PriceFileException(file, Math.max(1, number), "the line with the columns is missing");
        }
        return rows;
    }

    private static List<String> header(
            String file, int number, List<String> cells, List<String> required, Set<String> optional) {
        Set<String> told = new HashSet<>(cells);
        Set<String> known = new HashSet<>(required);
        known.addAll(optional);
        if (told.size() == cells.size() && told.containsAll(required) && known.containsAll(told)) {
            return cells;
        }
        String more = optional.isEmpty() ? "" : "; there may be " + String.join(",", new TreeSet<>(optional));
        throw new PriceFileException(file, number, "the columns must be " + String.join(",", required) + more);
    }

    PriceFileException error(String message) {
        return new PriceFileException(file, number, message);
    }

    private String cell(String column) {
        return values.getOrDefault(column, "");
    }

    String text(String column) {
        String value = cell(column);
        if (value.isEmpty()) {
            throw error(column + " is empty");
        }
        return value;
    }

    /** The text, empty if there is no such column or nothing in it. */
    String optionalText(String column) {
        return cell(column);
    }

    Currency currency(String column) {
        String value = text(column);
        try {
            return Currency.getInstance(value);
        } catch (IllegalArgumentException e) {
            throw error(column + " '" + value + "' is no ISO 4217 code");
        }
    }

    long whole(String column) {
        String value = text(column);
        if (!value.matches("\\d{1,12}")) {
            throw error(column + " '" + value + "' is no whole number from 0");
        }
        return Long.parseLong(value);
    }

    Optional<BigDecimal> optionalDecimal(String column) {
        String value = cell(column);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!value.matches("\\d{1,12}(\\.\\d{1,12})?")) {
            throw error(column + " '" + value + "' is no decimal number such as 0.25");
        }
        return Optional.of(new BigDecimal(value));
    }

    BigDecimal decimal(String column) {
        return optionalDecimal(column).orElseThrow(() -> error(column + " is empty"));
    }

    LocalDate date(String column) {
        return optionalDate(column).orElseThrow(() -> error(column + " is empty"));
    }

    Optional<LocalDate> optionalDate(String column) {
        String value = cell(column);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeException e) {
            throw error(column + " '" + value + "' is no day such as 2026-11-30");
        }
    }
}
