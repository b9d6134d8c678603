package erp.assistant.impl.metrics;

import erp.assistant.impl.config.SettingsSource;
import java.time.Clock;
import java.time.Instant;

/** Says at each tick whether the summary is due, by the interval in force at that moment. For one thread. */
final class SummaryTimer implements Runnable {

    private final Runnable summary;
    private final SettingsSource settings;
    private final Clock clock;
    private Instant last;

    SummaryTimer(Runnable summary, SettingsSource settings, Clock clock) {
        this.summary = summary;
        this.settings = settings;
        this.clock = clock;
        this.last = clock.instant();
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        if (!now.isBefore(last.plus(settings.current().summaryInterval()))) {
            last = now;
            summary.run();
        }
    }
}
