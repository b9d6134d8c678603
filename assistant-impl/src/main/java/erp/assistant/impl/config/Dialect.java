package erp.assistant.impl.config;

import java.util.Locale;

/** The wire protocol of a provider. */
public enum Dialect {
    /** Anthropic Messages. */
    ANTHROPIC,
    /** OpenAI Chat Completions, also spoken by Azure, Mistral, Gemini, Ollama, vLLM and llama.cpp. */
    OPENAI,
    /** No provider: answers from the record's facts. */
    OFFLINE;

    /** As it is written in configuration values. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
