package erp.assistant.impl.config;

import java.net.URI;

/**
 * What is assumed of a dialect's own vendor when nothing else is configured.
 *
 * @param name in metrics and prices
 */
record Vendor(String name, URI baseUrl, String smallModel, String largeModel) {

    private static final Vendor ANTHROPIC =
            new Vendor("anthropic", URI.create("https://api.anthropic.com"), "claude-haiku-4-5", "claude-opus-4-5");
    private static final Vendor OPENAI =
            new Vendor("openai", URI.create("https://api.openai.com"), "gpt-5.4-mini", "gpt-5.4");
    private static final Vendor NONE = new Vendor("offline", URI.create("offline:none"), "offline", "offline");

    static Vendor of(Dialect dialect) {
        return switch (dialect) {
            case ANTHROPIC -> ANTHROPIC;
            case OPENAI, OPENAI_RESPONSES -> OPENAI;
            case OFFLINE -> NONE;
        };
    }
}
