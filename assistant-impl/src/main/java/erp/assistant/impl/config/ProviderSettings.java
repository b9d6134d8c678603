package erp.assistant.impl.config;

import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ModelTier;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one provider is reached.
 *
 * @param baseUrl the address up to and without the dialect's own path ({@code /v1/messages}, {@code /v1/chat/completions},
 *     {@code /v1/responses}), without a trailing slash; a base URL that ends in {@code /v1} is taken as it is
 * @param name the provider's name in metrics and prices, such as {@code anthropic}
 * @param apiKeys used in turn; none for providers that need none
 * @param streaming whether answers are asked for as event streams; without, they come whole
 * @param route the way over the network
 * @param region where it works, in the admin's words; empty if that was not said
 */
public record ProviderSettings(
        Slot slot,
        Dialect dialect,
        String name,
        URI baseUrl,
        List<Secret> apiKeys,
        String smallModel,
        String largeModel,
        Map<String, String> headers,
        boolean streaming,
        PromptCache promptCache,
        Route route,
        String region) {

    public ProviderSettings {
        apiKeys = List.copyOf(apiKeys);
        headers = Map.copyOf(headers);
    }

    /** A provider of which is not known where it works. */
    public ProviderSettings(
            Slot slot,
            Dialect dialect,
            String name,
            URI baseUrl,
            List<Secret> apiKeys,
            String smallModel,
            String largeModel,
            Map<String, String> headers,
            boolean streaming,
            PromptCache promptCache,
            Route route) {
        this(slot, dialect, name, baseUrl, apiKeys, smallModel, largeModel, headers, streaming, promptCache, route, "");
    }

    /** A provider with one key or none, and the defaults for what is seldom configured. */
    public ProviderSettings(
            Slot slot,
            Dialect dialect,
            String name,
            URI baseUrl,
            Optional<Secret> apiKey,
            String smallModel,
            String largeModel,
            Map<String, String> headers) {
        this(
                slot,
                dialect,
                name,
                baseUrl,
                apiKey.stream().toList(),
                smallModel,
                largeModel,
                headers,
                true,
                PromptCache.FIVE_MINUTES,
                Route.USUAL);
    }

    /** The key for a request: the first. */
    public Optional<Secret> apiKey() {
        return apiKeys.stream().findFirst();
    }

    /** The same with this key alone. */
    public ProviderSettings with(Secret key) {
        return new ProviderSettings(
                slot,
                dialect,
                name,
                baseUrl,
                List.of(key),
                smallModel,
                largeModel,
                headers,
                streaming,
                promptCache,
                route,
                region);
    }

    public String model(ModelTier tier) {
        return tier == ModelTier.LARGE ? largeModel : smallModel;
    }

    /** The model that a request is for: the one that it names, else that of its tier. */
    public String model(ChatRequest request) {
        return request.model().isEmpty() ? model(request.tier()) : request.model();
    }
}
