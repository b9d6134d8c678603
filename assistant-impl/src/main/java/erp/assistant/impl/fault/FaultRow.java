package erp.assistant.impl.fault;

import erp.assistant.chat.ProviderFault.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A row of {@code faults.csv}, whose head explains the columns.
 *
 */
record FaultRow(Place place, String status, String word, Kind kind, Rule rule) {

    /** Where a failure is told. */
    enum Place {
        ANSWER,
        STREAM,
        ANY,
        HERE
    }

    /** Reads a line. @throws IllegalArgumentException saying what is wrong with it */
    static FaultRow of(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 8) {
            throw new IllegalArgumentException(cells.length + " columns instead of 8");
        }
        Set<Step> before = Arrays.stream(cells[4].split(" ", -1)).map(Step::of).collect(Collectors.toUnmodifiableSet());
        Rule rule = new Rule(
                before,
                oneOf(cells[5], "restart", "end"),
                oneOf(cells[6], "counts", "-"),
                cells[7].equals("-") ? Optional.empty() : Optional.of(Alert.valueOf(upper(cells[7]))));
        return new FaultRow(Place.valueOf(upper(cells[0])), cells[1], cells[2], Kind.valueOf(cells[3]), rule);
    }

    private static boolean oneOf(String cell, String yes, String no) {
        if (!List.of(yes, no).contains(cell)) {
            throw new IllegalArgumentException(cell + " is neither " + yes + " nor " + no);
        }
        return cell.equals(yes);
    }

    private static String upper(String cell) {
        return cell.toUpperCase(Locale.ROOT);
    }

    boolean isForAll() {
        return status.equals("*") && word.equals("*");
    }

    boolean says(String told) {
        return word.equals(told);
    }

    /** Whether the row is for a status, by itself or with the rest of its hundred. */
    boolean has(String code) {
        return status.equals(code) || (status.endsWith("xx") && code.matches(status.charAt(0) + "\\d\\d"));
    }
}
