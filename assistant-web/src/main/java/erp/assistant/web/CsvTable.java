package erp.assistant.web;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table as comma-separated values (RFC 4180: a header, lines that end in CR LF, quotes doubled), which a spreadsheet opens
 * without running anything: a text that it would take for a formula gets an apostrophe in front (OWASP, "CSV injection").
 */
final class CsvTable {

    private static final String END = "\r\n";
    private static final Pattern QUOTED = Pattern.compile("[\",\r\n]");

    /** Signs that begin a formula in some spreadsheet, the full-width ones of East Asian keyboards among them. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private final StringBuilder csv = new StringBuilder();
    private final int columns;

    CsvTable(List<String> header) {
        columns = header.size();
        line(header);
    }

    /** Adds a line; numbers as they are, texts made harmless. */
    void add(Object... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(cells.length + " cells do not fit into " + columns + " columns");
        }
        line(Arrays.stream(cells).map(CsvTable::text).toList());
    }

    private static String text(Object cell) {
        if (cell instanceof BigDecimal amount) {
            return amount.toPlainString();
        }
        return cell instanceof Number ? cell.toString() : harmless(cell.toString());
    }

    private void line(List<String> cells) {
        csv.append(String.join(",", cells.stream().map(CsvTable::quoted).toList()))
                .append(END);
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String cell) {
        return QUOTED.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    @Override
    public String toString() {
        return csv.toString();
    }
}
