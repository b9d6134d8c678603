package erp.assistant.impl.ledger.corpus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What a case costs, written so that it can be checked with a pocket calculator: lines of "count x price", a price being per
 * 1,000,000, and a factor.
 */
record Bill(List<String> lines, String factor) {

    Bill {
        lines = List.copyOf(lines);
    }

    static Bill of(String factor, Object... countsAndPrices) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < countsAndPrices.length; i += 2) {
            if (!countsAndPrices[i].equals(0L)) {
                lines.add(countsAndPrices[i] + " x " + ((BigDecimal) countsAndPrices[i + 1]).toPlainString());
            }
        }
        return new Bill(lines, factor);
    }

    /** Reads what {@link #text} has written, or what somebody has written by hand. */
    static Bill parse(String text) {
        String[] parts = text.split(" ;; times ");
        return new Bill(List.of(parts[0].split(" \\+ ")), parts.length > 1 ? parts[1] : "1");
    }

    String text() {
        String sum = lines.isEmpty() ? "0 x 0" : String.join(" + ", lines);
        return factor.equals("1") ? sum : sum + " ;; times " + factor;
    }

    /** In 10^-9 of a dollar, exact: a test fails on one that is no whole number. */
    BigDecimal nanos() {
        BigDecimal micros = BigDecimal.ZERO;
        for (String line : lines) {
            String[] sides = line.split(" x ");
            micros = micros.add(new BigDecimal(sides[0].strip()).multiply(new BigDecimal(sides[1].strip())));
        }
        return micros.multiply(new BigDecimal(factor)).multiply(BigDecimal.valueOf(1000));
    }
}
