package erp.assistant.impl.config;

/** Gives the settings in force. A CDI bean; safe for use by any thread, also those without a Jakarta context. */
@FunctionalInterface
public interface SettingsSource {

    Settings current();
}
