package erp.assistant.impl.config;

/** How long a provider is asked to keep what is the same in many prompts. */
public enum PromptCache {
    OFF("off"),
    FIVE_MINUTES("5m"),
    ONE_HOUR("1h");

    private final String key;

    PromptCache(String key) {
        this.key = key;
    }

    /** As it is written in configuration values. */
    public String key() {
        return key;
    }

    /**
     * The value with that key.
     *
     * @throws IllegalArgumentException if there is none
     */
    static PromptCache of(String key) {
        for (PromptCache value : values()) {
            if (value.key.equals(key)) {
                return value;
            }
        }
        throw new IllegalArgumentException(key);
    }
}
