package erp.assistant.impl.ledger;

import erp.assistant.impl.config.SettingsSource;
import java.time.Clock;
import java.time.ZonedDateTime;

/** Three to five at night in the company's zone, when nobody minds that the ledger is put in order. */
final class QuietHours {

    private static final int FIRST_HOUR = 3;
    private static final int LAST_HOUR = 4;

    private final SettingsSource settings;
    private final Clock clock;

    QuietHours(SettingsSource settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    boolean now() {
        int hour = ZonedDateTime.now(clock.withZone(settings.current().zone())).getHour();
        return hour >= FIRST_HOUR && hour <= LAST_HOUR;
    }
}
