package erp.assistant.impl.provider.openai;

import erp.assistant.chat.Prompt;
import erp.assistant.impl.config.PromptCache;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.Secret;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which of OpenAI's own fields a host may be sent: other servers may refuse a field that they do not know.
 *
 * <p>The host alone decides, so that a gateway gets what all servers know.
 */
enum OpenAiHost {
    OPENAI,
    AZURE,
    OTHER;

    private static final int LONGEST_CACHE_KEY = 64;

    static OpenAiHost of(ProviderSettings provider) {
        String told = provider.baseUrl().getHost();
        String host = told == null ? "" : told.toLowerCase(Locale.ROOT);
        if (below(host, "openai.com")) {
            return OPENAI;
        }
        return below(host, "openai.azure.com") || below(host, "cognitiveservices.azure.com") ? AZURE : OTHER;
    }

    private static boolean below(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }

    /** Padding of each event, meant to hide its length; it is of no use inside TLS to one reader. */
    boolean pads() {
        return this == OPENAI;
    }

    /**
     * What sends prompts that begin alike to the same machine, which may then have kept their beginning (OpenAI's guide "Prompt
     * caching", November 2026): the template and the language, which are all that the instructions depend on. How long it is kept
     * cannot be chosen there; that it is kept cannot be forbidden.
     */
    Optional<String> cacheKey(PromptCache cache, Prompt prompt) {
        if (this != OPENAI || cache == PromptCache.OFF) {
            return Optional.empty();
        }
        String key =
                "erp-assistant:" + prompt.template() + ":" + prompt.language().toLanguageTag();
        return Optional.of(key.substring(0, Math.min(key.length(), LONGEST_CACHE_KEY)));
    }

    /** The same for all of OpenAI's interfaces. */
    static Map<String, String> headers(ProviderSettings provider) {
        return provider.apiKey()
                .map(Secret::reveal)
                .map(key -> Map.of("authorization", "Bearer " + key))
                .orElse(Map.of());
    }
}
