package erp.assistant.server;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The shipped price of a model, in euros of the shipped example rate.
 *
 * @param input of a token
 * @param output of a token
 */
record ListPrice(BigDecimal input, BigDecimal output) {

    private static final Path FOLDER = Path.of("../assistant-impl/src/main/resources/erp/assistant/impl/ledger");
    private static final int INPUT = 7;
    private static final int OUTPUT = 12;
    private static final int RATE = 3;

    /** Of a row of the files, by their ids. */
    static ListPrice of(String row) throws IOException {
        List<String> cells = cells("prices.csv", row);
        BigDecimal rate =
                new BigDecimal(cells("exchange-rates.csv", "usd-eur-2026").get(RATE));
        return new ListPrice(
                new BigDecimal(cells.get(INPUT)).multiply(rate).movePointLeft(6),
                new BigDecimal(cells.get(OUTPUT)).multiply(rate).movePointLeft(6));
    }

    private static List<String> cells(String file, String row) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream()
                .filter(line -> line.startsWith(row + ","))
                .map(line -> List.of(line.split(",", -1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " has no row " + row));
    }

    BigDecimal of(long inputTokens, long outputTokens) {
        return input.multiply(BigDecimal.valueOf(inputTokens)).add(output.multiply(BigDecimal.valueOf(outputTokens)));
    }
}
