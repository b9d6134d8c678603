package erp.assistant.impl.config;

import java.util.Locale;

/** The place of a provider in the order of asking. */
public enum Slot {
    PRIMARY,
    BACKUP;

    /** As it is written in configuration keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
