package erp.assistant.impl.config;

import erp.assistant.report.EffectiveConfiguration;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/**
 * The settings in force, read again every two seconds.
 *
 * <p>Wrong values stop the start. Wrong values that come later are logged once and not taken over: the last good settings
 * stay in force.
 */
@Singleton
public class LiveSettings implements SettingsSource, EffectiveConfiguration {

    // Looked up once on a thread with the application's class loader: on other threads MicroProfile Config finds
    // nothing and says nothing.
    private final Config config = ConfigProvider.getConfig();
    private final RereadSettings settings = new RereadSettings(new Lookup());

    @Resource
    private @Nullable ManagedScheduledExecutorService scheduler;

    private @Nullable ScheduledFuture<?> refreshing;

    @PostConstruct
    void keepReading() {
        if (scheduler != null) {
            refreshing = scheduler.scheduleWithFixedDelay(
                    settings::refresh,
                    Rereading.SECONDS_BETWEEN_READS,
                    Rereading.SECONDS_BETWEEN_READS,
                    TimeUnit.SECONDS);
        }
    }

    @PreDestroy
    void stopReading() {
        if (refreshing != null) {
            refreshing.cancel(false);
        }
    }

    @Override
    public Settings current() {
        return settings.current();
    }

    @Override
    public List<Entry> entries() {
        return settings.entries();
    }

    /** In MicroProfile Config. */
    private final class Lookup implements ConfigLookup {
        @Override
        public Found find(String key) {
            ConfigValue value = config.getConfigValue(key);
            String source = value.getSourceName();
            return new Found(value.getValue(), source == null ? "" : source, value.getRawValue());
        }

        @Override
        public Iterable<String> names() {
            return config.getPropertyNames();
        }
    }
}
