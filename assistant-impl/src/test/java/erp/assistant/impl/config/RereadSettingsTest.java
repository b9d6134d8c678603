package erp.assistant.impl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.impl.Logged;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RereadSettingsTest {

    @RegisterExtension
    final Logged log = Logged.by("erp.assistant.config");

    private final Map<String, String> values = new HashMap<>();
    private @Nullable RuntimeException broken;

    private ConfigLookup.Found find(String key) {
        if (broken != null) {
            throw broken;
        }
        return new ConfigLookup.Found(values.get(key), "server.xml");
    }

    @Test
    void aChangeIsInForceAfterTheNextReading() {
        RereadSettings settings = new RereadSettings(this::find);
        values.put("assistant.enabled", "false");

        assertThat(settings.current().enabled()).isTrue();
        settings.refresh();

        assertThat(settings.current().enabled()).isFalse();
        assertThat(settings.entries())
                .anySatisfy(
                        entry -> assertThat(entry.key() + "=" + entry.value()).isEqualTo("assistant.enabled=false"));
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void aWrongValueAtTheStartStopsIt() {
        values.put("assistant.enabled", "perhaps");

        assertThatThrownBy(() -> new RereadSettings(this::find)).isInstanceOf(InvalidConfigurationException.class);
    }

    @Test
    void aWrongValueIsLoggedOnceAndTheLastGoodSettingsStay() {
        values.put("assistant.output.max-tokens", "600");
        RereadSettings settings = new RereadSettings(this::find);
        values.put("assistant.output.max-tokens", "lots");

        settings.refresh();
        settings.refresh();

        assertThat(settings.current().maxOutputTokens()).isEqualTo(600);
        assertThat(log.lines())
                .singleElement()
                .asString()
                .contains("assistant.output.max-tokens = 'lots'")
                .endsWith("The settings read before stay in force.");
    }

    @Test
    void aConfigurationThatCannotBeReadDoesNotEndTheReadingAndItsMessageIsNotLogged() {
        RereadSettings settings = new RereadSettings(this::find);
        broken = new IllegalStateException("cannot expand sk-canary-0123456789${x");

        settings.refresh();
        settings.refresh();

        assertThat(log.lines())
                .singleElement()
                .asString()
                .contains("java.lang.IllegalStateException at " + RereadSettingsTest.class.getName())
                .doesNotContain("canary");
        assertThat(settings.current().enabled()).isTrue();

        broken = null;
        values.put("assistant.enabled", "false");
        settings.refresh();
        assertThat(settings.current().enabled()).as("the kill switch").isFalse();
    }

    @Test
    void whatGoesWrongAgainAfterItWasMendedIsLoggedAgain() {
        RereadSettings settings = new RereadSettings(this::find);
        for (String text : List.of("perhaps", "true", "perhaps", "maybe")) {
            values.put("assistant.enabled", text);
            settings.refresh();
        }

        assertThat(log.lines()).hasSize(3);
    }
}
