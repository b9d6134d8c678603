package erp.assistant.impl.config;

import erp.assistant.report.EffectiveConfiguration.Entry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;

/**
 * The settings as they were read last without a mistake.
 *
 * <p>One thread at a time may refresh; any may ask.
 */
final class RereadSettings {

    private static final Logger LOG = System.getLogger("erp.assistant.config");

    private final ConfigLookup lookup;
    private volatile Snapshot current;
    private String lastComplaint = "";

    /**
     * Reads for the first time.
     *
     * @throws InvalidConfigurationException if a value is wrong
     */
    RereadSettings(ConfigLookup lookup) {
        this.lookup = lookup;
        this.current = read(lookup);
    }

    Settings current() {
        return current.settings();
    }

    List<Entry> entries() {
        return current.entries();
    }

    /**
     * Reads again. What goes wrong is logged once and changes nothing; nothing is thrown, since a scheduled task that throws is
     * not run again, and with it the kill switch and new keys would be dead.
     */
    void refresh() {
        try {
            current = read(lookup);
            lastComplaint = "";
        } catch (InvalidConfigurationException e) {
            complain(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // Without its message, which may repeat the value that could not be read.
            complain("The assistant's configuration could not be read: "
                    + e.getClass().getName() + place(e));
        }
    }

    private static String place(RuntimeException e) {
        return Arrays.stream(e.getStackTrace())
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
    }

    private void complain(String complaint) {
        if (!complaint.equals(lastComplaint)) {
            LOG.log(Level.WARNING, complaint + "\nThe settings read before stay in force.");
            lastComplaint = complaint;
        }
    }

    private static Snapshot read(ConfigLookup lookup) {
        Settings settings = SettingsReader.read(lookup);
        return new Snapshot(settings, EffectiveValues.of(lookup, settings));
    }

    /** What was read in one pass. */
    private record Snapshot(Settings settings, List<Entry> entries) {}
}
