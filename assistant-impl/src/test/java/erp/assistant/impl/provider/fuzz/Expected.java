package erp.assistant.impl.provider.fuzz;

import erp.assistant.chat.TokenUsage;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must come out of a stream.
 *
 * @param outcomes names of a {@code Completion.Reason} or a {@code ProviderFault.Kind}; more than one only where the bytes end
 *     within an event that is too long
 * @param answered whether the provider's last word arrived, with nothing before it that ends a stream
 * @param model the name that the response tells, or {@code null} if it tells none
 * @param usage {@code null} if reports stand where no provider puts them
 */
record Expected(
        Set<String> outcomes,
        boolean answered,
        String text,
        boolean inStream,
        @Nullable String model,
        @Nullable TokenUsage usage) {
    Expected {
        outcomes = Set.copyOf(outcomes);
    }
}
