package erp.assistant.impl.prompt;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The readings of a number as people of different countries write it: 12,400.00 and 12.400,00 and 12 400,00 and 12'400.00. */
final class Numbers {

    private static final Pattern GROUPED_BY_COMMA = Pattern.compile("[1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern GROUPED_BY_POINT = Pattern.compile("[1-9]\\d{0,2}(\\.\\d{3})+(,\\d+)?");
    private static final Pattern GROUPED_BY_SPACE = Pattern.compile("[1-9]\\d{0,2}([ \u00A0'’]\\d{3})+([.,]\\d+)?");
    private static final Pattern DECIMAL = Pattern.compile("\\d+([.,]\\d+)?");

    private Numbers() {}

    /** All numbers that the text can mean; none if it is no number. */
    static Set<Reading> readings(String text) {
        if (isWhole(text)) {
            return Set.of(new Reading.Amount(new BigDecimal(text)));
        }
        Set<Reading> readings = new LinkedHashSet<>();
        written(text).forEach(number -> readings.add(new Reading.Amount(number)));
        return readings;
    }

    /** The same with the decimals that are written. */
    static Set<BigDecimal> written(String text) {
        if (isWhole(text)) {
            return Set.of(new BigDecimal(text));
        }
        Set<BigDecimal> readings = new LinkedHashSet<>();
        if (GROUPED_BY_COMMA.matcher(text).matches()) {
            readings.add(new BigDecimal(text.replace(",", "")));
        }
        if (GROUPED_BY_POINT.matcher(text).matches()) {
            readings.add(new BigDecimal(text.replace(".", "").replace(',', '.')));
        }
        if (GROUPED_BY_SPACE.matcher(text).matches()) {
            readings.add(new BigDecimal(text.replaceAll("[ \u00A0'’]", "").replace(',', '.')));
        }
        if (DECIMAL.matcher(text).matches()) {
            readings.add(new BigDecimal(text.replace(',', '.')));
        }
        return readings;
    }

    /** Most numbers are, and need no expressions. */
    private static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
