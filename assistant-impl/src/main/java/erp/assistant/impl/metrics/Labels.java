package erp.assistant.impl.metrics;

import erp.assistant.chat.Completion;
import erp.assistant.chat.ModelTier;
import erp.assistant.chat.ProviderFault;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.Settings;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tag values from closed sets: what is in no set is {@code other}, so that no provider can make new series.
 */
final class Labels {

    static final String OTHER = "other";
    static final String NONE = "none";

    /** How an answer ends that nobody gave. */
    private static final Set<String> WITHOUT_ANSWER = Set.of("failed", "budget-reached");

    private static final Set<String> REASONS = words(Completion.Reason.values());
    private static final Set<String> FAULTS = Stream.concat(
                    words(ProviderFault.Kind.values()).stream(), Stream.of("crash", "internal"))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> SOURCES = words(Completion.Source.values());

    private Labels() {}

    /** A provider that is configured. */
    static String provider(Settings settings, String name) {
        return configured(settings, provider -> provider.name().equals(name)) ? name : OTHER;
    }

    /** A model that is configured. */
    static String model(Settings settings, String name) {
        return configured(
                        settings,
                        provider -> Arrays.stream(ModelTier.values())
                                .map(provider::model)
                                .anyMatch(name::equals))
                ? name
                : OTHER;
    }

    private static boolean configured(Settings settings, Predicate<ProviderSettings> which) {
        return Stream.concat(Stream.of(settings.primary()), settings.backup().stream())
                .anyMatch(which);
    }

    /** How an attempt ended. */
    static String attemptOutcome(String outcome) {
        return REASONS.contains(outcome) || FAULTS.contains(outcome) ? outcome : OTHER;
    }

    /** The kind of a failed attempt, else {@code none}: all values of a metric must have the same tags. */
    static String errorType(String outcome) {
        if (FAULTS.contains(outcome)) {
            return outcome;
        }
        return REASONS.contains(outcome) ? NONE : OTHER;
    }

    /** How an answer ended. */
    static String answerOutcome(String outcome) {
        return REASONS.contains(outcome) || WITHOUT_ANSWER.contains(outcome) ? outcome : OTHER;
    }

    /** Who answered, {@code none} if nobody did. */
    static String source(String source) {
        if (source.isEmpty()) {
            return NONE;
        }
        return SOURCES.contains(source) ? source : OTHER;
    }

    private static Set<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Labels::word).collect(Collectors.toUnmodifiableSet());
    }

    /** A constant as the ledger writes it. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
