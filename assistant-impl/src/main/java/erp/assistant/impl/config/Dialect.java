package erp.assistant.impl.config;

import java.util.Locale;

/** The wire protocol of a provider. */
public enum Dialect {
    /** Anthropic Messages. */
    ANTHROPIC,
    /** OpenAI Chat Completions, also spoken by Azure, Mistral, Gemini, Ollama, vLLM and llama.cpp. */
    OPENAI,
    /** OpenAI Responses, the vendor's newer interface; few other servers speak it. */
    OPENAI_RESPONSES,
    /** No provider: answers from the record's facts. */
    OFFLINE;

    /** As it is written in configuration values. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The dialect with that key, whatever its case.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Dialect of(String key) {
        for (Dialect dialect : values()) {
            if (dialect.key().equals(key.toLowerCase(Locale.ROOT))) {
                return dialect;
            }
        }
        throw new IllegalArgumentException(key);
    }
}
