package erp.assistant.impl.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.impl.Logged;
import erp.assistant.impl.config.KeyRing;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.Secret;
import erp.assistant.impl.config.TestSettings;
import erp.assistant.impl.fault.Alert;
import erp.assistant.report.ProviderAlert;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AlertsTest {

    private final Map<String, String> values = new HashMap<>(Map.of(
            "assistant.provider.primary.dialect", "openai",
            "assistant.provider.primary.name", "mistral_ai",
            "assistant.provider.primary.api-key", "key-one,key-two"));
    private Instant now = Instant.EPOCH;
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };
    private final KeyRing keys = new KeyRing(() -> TestSettings.of(values), clock);
    private final List<ProviderAlert> heard = new ArrayList<>();
    private final Alerts alerts = new Alerts(keys, clock, heard::add);

    @RegisterExtension
    final Logged log = Logged.by("erp.assistant.provider");

    private ProviderSettings provider() {
        return TestSettings.of(values).primary();
    }

    @Test
    void theLineNamesSlotProviderAndWhatToDo() {
        alerts.raise(Alert.MODEL, provider(), "mistral_ai answered 404");

        assertThat(log.lines())
                .containsExactly("The primary provider mistral_ai needs an admin: the model or the address is"
                        + " unknown there: check assistant.provider.primary.model.small, .model.large and .base-url"
                        + " (mistral_ai answered 404)");
    }

    @Test
    void itIsLoggedOnceAnHourAndCauseAndCountedEachTime() {
        for (int i = 0; i < 5; i++) {
            alerts.raise(Alert.MODEL, provider(), "404");
        }
        alerts.raise(Alert.PROTOCOL, provider(), "a page");
        assertThat(log.lines()).hasSize(2);
        assertThat(heard).hasSize(6);
        assertThat(alerts.active())
                .extracting(ProviderAlert::cause, ProviderAlert::count)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("model", 5L),
                        org.assertj.core.groups.Tuple.tuple("protocol", 1L));

        now = now.plus(Duration.ofHours(1)).minusMillis(1);
        alerts.raise(Alert.MODEL, provider(), "404");
        assertThat(log.lines()).hasSize(2);
        now = now.plusMillis(1);
        alerts.raise(Alert.MODEL, provider(), "404");
        assertThat(log.lines()).hasSize(3);
    }

    @Test
    void aSuccessEndsIt() {
        alerts.raise(Alert.MODEL, provider(), "404");

        alerts.succeeded(provider());

        assertThat(alerts.active()).isEmpty();
    }

    @Test
    void aRefusedKeyStaysOneWhileTheOtherWorks() {
        ProviderFault refused =
                ProviderFault.of(Kind.AUTHENTICATION, "told by a test").build();
        keys.ended(provider().with(new Secret("key-two")), refused);
        alerts.raise(Alert.KEY, provider(), "401");
        alerts.succeeded(provider());
        assertThat(alerts.active())
                .singleElement()
                .extracting(ProviderAlert::advice)
                .asString()
                .endsWith("it is key 2 of 2")
                .doesNotContain("key-two");

        values.put("assistant.provider.primary.api-key", "key-one,key-three");
        alerts.succeeded(provider());

        assertThat(alerts.active()).as("it was replaced").isEmpty();
    }
}
