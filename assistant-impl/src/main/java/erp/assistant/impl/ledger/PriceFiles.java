package erp.assistant.impl.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The texts of the three price files, the admin's or the shipped ones.
 *
 * @param prices {@code factors} and {@code rates} lie beside the admin's prices, or are the shipped ones
 */
record PriceFiles(Text prices, Text factors, Text rates) {

    static final String PRICES = "prices.csv";
    static final String FACTORS = "price-factors.csv";
    static final String RATES = "exchange-rates.csv";

    private static final int FINGERPRINT_DIGITS = 12;

    /** A file's name and what is in it. */
    record Text(String file, String text) {}

    /**
     * Reads them.
     *
     * @param own the admin's price file
     * @throws PriceFileException if it cannot be read
     */
    static PriceFiles read(Optional<Path> own) {
        return new PriceFiles(
                own.map(PriceFiles::text).orElseGet(() -> shipped(PRICES)), beside(own, FACTORS), beside(own, RATES));
    }

    private static Text beside(Optional<Path> own, String name) {
        return own.map(path -> path.resolveSibling(name))
                .filter(Files::exists)
                .map(PriceFiles::text)
                .orElseGet(() -> shipped(name));
    }

    private static Text text(Path file) {
        try {
            return new Text(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new PriceFileException(file + " cannot be read as UTF-8 text", e);
        }
    }

    static Text shipped(String name) {
        try (InputStream in = PriceFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing beside " + PriceFiles.class.getName());
            }
            return new Text(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new PriceFileException(name + " cannot be read", e);
        }
    }

    /**
     * Checks and parses them.
     *
     * @throws PriceFileException naming file and line if one cannot be used
     */
    PriceTable table() {
        return new PriceTable(
                PriceFile.read(prices.file(), prices.text().lines().toList()),
                PriceFactor.readAll(factors.file(), factors.text().lines().toList()),
                ExchangeRate.readAll(rates.file(), rates.text().lines().toList()));
    }

    /** Twelve hexadecimal digits that differ if any of the texts does. */
    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Text part : new Text[] {prices, factors, rates}) {
                digest.update(part.text().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, FINGERPRINT_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
