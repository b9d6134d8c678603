package erp.assistant.impl.config;

import erp.assistant.chat.ModelTier;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * How one provider is reached.
 *
 * @param baseUrl the address up to and without the dialect's own path ({@code /v1/messages}, {@code /v1/chat/completions},
 *     {@code /v1/responses}), without a trailing slash; a base URL that ends in {@code /v1} is taken as it is
 * @param name the provider's name in metrics and prices, such as {@code anthropic}
 * @param apiKey absent for providers that need none
 * @param streaming whether answers are asked for as event streams; without, they come whole
 */
public record ProviderSettings(
        Slot slot,
        Dialect dialect,
        String name,
        URI baseUrl,
        Optional<Secret> apiKey,
        String smallModel,
        String largeModel,
        Map<String, String> headers,
        boolean streaming,
        PromptCache promptCache) {

    public ProviderSettings {
        headers = Map.copyOf(headers);
    }

    /** With the defaults for what is seldom configured. */
    public ProviderSettings(
            Slot slot,
            Dialect dialect,
            String name,
            URI baseUrl,
            Optional<Secret> apiKey,
            String smallModel,
            String largeModel,
            Map<String, String> headers) {
        this(slot, dialect, name, baseUrl, apiKey, smallModel, largeModel, headers, true, PromptCache.FIVE_MINUTES);
    }

    public String model(ModelTier tier) {
        return tier == ModelTier.LARGE ? largeModel : smallModel;
    }
}
