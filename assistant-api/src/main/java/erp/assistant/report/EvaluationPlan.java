package erp.assistant.report;

import erp.assistant.chat.ModelTier;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a run is to ask.
 *
 * @param cases their ids, the name of a set, or {@code all}
 * @param languages ISO 639 codes; none for all that each case has
 * @param variants one, or two that are compared
 * @param limitNanos the most that all questions may cost together, in 10<sup>-9</sup> units of the company's currency; needed if
 *     a provider is asked
 */
public record EvaluationPlan(
        Set<String> cases, Set<String> languages, List<Variant> variants, Optional<Long> limitNanos) {

    private static final int MOST_VARIANTS = 2;

    public EvaluationPlan {
        cases = Set.copyOf(cases);
        languages = Set.copyOf(languages);
        variants = List.copyOf(variants);
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("cases must be all, the name of a set, or ids");
        }
        if (variants.isEmpty() || variants.size() > MOST_VARIANTS) {
            throw new IllegalArgumentException("there must be one variant, or two that are compared");
        }
        if (limitNanos.isPresent() && limitNanos.get() <= 0) {
            throw new IllegalArgumentException("spendingLimit must be above 0");
        }
        if (limitNanos.isEmpty() && variants.stream().anyMatch(Asked.class::isInstance)) {
            throw new IllegalArgumentException("spendingLimit is needed, such as \"0.50\"");
        }
    }

    /** Who answers. */
    public sealed interface Variant {}

    /**
     * A configured provider.
     *
     * @param slot {@code primary} or {@code backup}
     * @param tier which of its models, if none is named
     * @param template versions of the instructions instead of those in force, such as {@code answer/3}, joined by {@code +}; or empty
     * @param model the name of any model that the provider has, instead of the tier's; or empty
     */
    public record Asked(String slot, ModelTier tier, String template, String model) implements Variant {

        /** Visible signs of ASCII, of which names of models are; a ledger row has room for this many. */
        private static final Pattern NAME = Pattern.compile("[!-~]{0,200}");

        public Asked {
            Objects.requireNonNull(tier, "tier");
            if (template.chars().anyMatch(Character::isWhitespace)) {
                throw new IllegalArgumentException("template must be versions such as answer/3, joined by +");
            }
            if (!slot.equals("primary") && !slot.equals("backup")) {
                throw new IllegalArgumentException("slot must be primary or backup");
            }
            if (!NAME.matcher(model).matches()) {
                throw new IllegalArgumentException(
                        "model must be a name of at most 200 letters, digits and signs without blanks");
            }
        }

        /** The configured model of a tier. */
        public Asked(String slot, ModelTier tier, String template) {
            this(slot, tier, template, "");
        }
    }

    /** The answers of a file, which are judged by the cases as they are now; nobody is asked. */
    public record Uploaded() implements Variant {}

    /**
     * The answers of an earlier run, judged again by the cases as they are now; nobody is asked.
     *
     * @param run its id
     * @param variant 0 or 1
     */
    public record Recorded(String run, int variant) implements Variant {
        public Recorded {
            Objects.requireNonNull(run, "run");
            if (variant < 0 || variant >= MOST_VARIANTS) {
                throw new IllegalArgumentException("variant of a recording must be 0 or 1");
            }
        }
    }
}
