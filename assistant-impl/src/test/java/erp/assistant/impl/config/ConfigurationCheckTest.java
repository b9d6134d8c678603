package erp.assistant.impl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.impl.Logged;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConfigurationCheckTest {

    @RegisterExtension
    final Logged log = Logged.by("erp.assistant.config");

    @Test
    void wrongValuesStopTheStartWithOneMessageThatNamesThemAll() {
        Map<String, String> wrong = Map.of("assistant.timeout.idle", "soon", "assistant.cache.entries", "0");

        assertThatThrownBy(() -> ConfigurationCheck.check(() -> TestSettings.of(wrong)))
                .hasMessage("the assistant's configuration is wrong; the message of erp.assistant.config says where")
                .hasNoCause()
                .extracting(Throwable::getStackTrace)
                .isEqualTo(new StackTraceElement[0]);

        assertThat(log.entries()).hasSize(1);
        assertThat(log.entries().get(0).getLevel()).isEqualTo(Level.SEVERE);
        assertThat(log.entries().get(0).getThrown()).isNull();
        assertThat(log.entries().get(0).getMessage()).isEqualTo("""
                        The assistant's configuration is wrong in 2 places:
                          assistant.timeout.idle = 'soon' (from test): must be 100ms to 5m
                          assistant.cache.entries = '0' (from test): must be 1 to 100000
                        The assistant does not start; other applications are not affected.""");
    }

    @Test
    void whatIsNotTheConfigurationsFaultIsPassedOnAsItIs() {
        IllegalStateException other = new IllegalStateException("no data source");

        assertThatThrownBy(() -> ConfigurationCheck.check(() -> {
                    throw other;
                }))
                .isSameAs(other);
        assertThat(log.entries()).isEmpty();
    }

    @Test
    void aRightConfigurationIsNotSpokenOf() {
        assertThatCode(() -> ConfigurationCheck.check(() -> TestSettings.of(Map.of())))
                .doesNotThrowAnyException();
        assertThat(log.entries()).isEmpty();
    }
}
