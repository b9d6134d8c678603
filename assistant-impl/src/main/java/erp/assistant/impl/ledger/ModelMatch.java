package erp.assistant.impl.ledger;

import java.util.Arrays;
import java.util.List;

/**
 * The models that a row is about.
 *
 * @param provider a provider's name, or {@code *} for any
 */
record ModelMatch(String provider, List<ModelPattern> patterns) {

    ModelMatch {
        patterns = List.copyOf(patterns);
    }

    /** Reads the columns {@code provider} and {@code model}. */
    static ModelMatch of(CsvLine line) {
        try {
            return new ModelMatch(
                    line.text("provider"),
                    Arrays.stream(line.text("model").split("\\|", -1))
                            .map(String::strip)
                            .map(ModelPattern::new)
                            .toList());
        } catch (IllegalArgumentException e) {
            throw line.error(String.valueOf(e.getMessage()));
        }
    }

    /** How closely the model is named: 0 for not at all; the model counts before the provider. */
    int closeness(String askedProvider, String model) {
        boolean anyProvider = provider.equals("*");
        if (!anyProvider && !provider.equals(askedProvider)) {
            return 0;
        }
        int closest = patterns.stream()
                .filter(pattern -> pattern.matches(model))
                .mapToInt(ModelPattern::closeness)
                .max()
                .orElse(0);
        return closest == 0 ? 0 : 2 * closest + (anyProvider ? 0 : 1);
    }

    /** Whether both name a model equally closely. */
    boolean collidesWith(ModelMatch other) {
        return provider.equals(other.provider) && patterns.stream().anyMatch(other.patterns::contains);
    }
}
