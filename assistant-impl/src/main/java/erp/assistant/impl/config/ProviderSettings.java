package erp.assistant.impl.config;

import erp.assistant.chat.ModelTier;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * How one provider is reached.
 *
 * @param baseUrl the address up to and without the dialect's own path ({@code /v1/messages}, {@code /v1/chat/completions}),
 *     without a trailing slash; a base URL that ends in {@code /v1} is taken as it is
 * @param name the provider's name in metrics and prices, such as {@code anthropic}
 * @param apiKey absent for providers that need none
 * @param route the way over the network
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
        Route route) {

    public ProviderSettings {
        headers = Map.copyOf(headers);
    }

    /** By the usual way. */
    public ProviderSettings(
            Slot slot,
            Dialect dialect,
            String name,
            URI baseUrl,
            Optional<Secret> apiKey,
            String smallModel,
            String largeModel,
            Map<String, String> headers) {
        this(slot, dialect, name, baseUrl, apiKey, smallModel, largeModel, headers, Route.USUAL);
    }

    public String model(ModelTier tier) {
        return tier == ModelTier.LARGE ? largeModel : smallModel;
    }
}
