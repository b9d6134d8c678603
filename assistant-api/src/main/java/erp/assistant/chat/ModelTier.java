package erp.assistant.chat;

/** How capable, and how dear, a model has to be; each provider's configuration maps it to a model name. */
public enum ModelTier {
    SMALL,
    LARGE
}
