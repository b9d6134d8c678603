package erp.assistant.impl.ledger;

import erp.assistant.chat.TokenUsage.Terms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a term that a response names changes the price of its tokens.
 *
 * @param words of the provider for the term, in lower case
 * @param factor of the list price
 */
record PriceFactor(String id, ModelMatch models, Validity validity, Term term, Set<String> words, BigDecimal factor) {

    static final List<String> COLUMNS = List.of(
            "id", "provider", "model", "term", "words", "factor", "valid_from", "valid_to", "source", "checked_on");

    private static final BigDecimal LEAST = new BigDecimal("0.05");
    private static final BigDecimal MOST = BigDecimal.TEN;

    /** What a response may name. */
    enum Term {
        SERVICE_TIER,
        GEO;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The provider's word for it; empty if it was not told. */
        String in(Terms terms) {
            return switch (this) {
                case SERVICE_TIER -> terms.serviceTier();
                case GEO -> terms.inferenceGeo();
            };
        }
    }

    PriceFactor {
        words = Set.copyOf(words);
    }

    /** Reads and checks {@code price-factors.csv}. */
    static List<PriceFactor> readAll(String file, List<String> lines) {
        List<PriceFactor> factors = new ArrayList<>();
        for (CsvLine line : CsvLine.readAll(file, lines, COLUMNS, Set.of())) {
            PriceFactor factor = of(line);
            for (PriceFactor other : factors) {
                if (other.id.equals(factor.id)) {
                    throw line.error("id '" + factor.id + "' is used twice");
                }
                if (factor.collidesWith(other)) {
                    throw line.error("says the same of the same model and days as '" + other.id + "'");
                }
            }
            factors.add(factor);
        }
        return factors;
    }

    private static PriceFactor of(CsvLine line) {
        BigDecimal factor = line.decimal("factor");
        if (factor.compareTo(LEAST) < 0 || factor.compareTo(MOST) > 0) {
            throw line.error("factor '" + factor.toPlainString() + "' must be 0.05 to 10");
        }
        line.text("source");
        line.date("checked_on");
        return new PriceFactor(
                line.text("id"),
                ModelMatch.of(line),
                Validity.of(line),
                term(line),
                Arrays.stream(line.text("words").toLowerCase(Locale.ROOT).split("\\|", -1))
                        .map(String::strip)
                        .collect(Collectors.toUnmodifiableSet()),
                factor);
    }

    private static Term term(CsvLine line) {
        String word = line.text("term");
        return Arrays.stream(Term.values())
                .filter(term -> term.word().equals(word))
                .findFirst()
                .orElseThrow(() -> line.error("term '" + word + "' must be service_tier or geo"));
    }

    private boolean collidesWith(PriceFactor other) {
        return term == other.term
                && models.collidesWith(other.models)
                && words.stream().anyMatch(other.words::contains)
                && validity.overlaps(other.validity);
    }
}
