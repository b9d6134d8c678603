package erp.assistant.impl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfigurationCheckTest {

    private final Logger logger = Logger.getLogger("erp.assistant.config");
    private final List<LogRecord> logged = new ArrayList<>();
    private final Handler keeping = new Handler() {
        @Override
        public void publish(LogRecord record) {
            logged.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(keeping);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void listenNoMore() {
        logger.removeHandler(keeping);
        logger.setUseParentHandlers(true);
    }

    @Test
    void wrongValuesStopTheStartWithOneMessageThatNamesThemAll() {
        Map<String, String> wrong = Map.of("assistant.timeout.idle", "soon", "assistant.cache.entries", "0");

        assertThatThrownBy(() -> ConfigurationCheck.check(() -> TestSettings.of(wrong)))
                .hasMessage("the assistant's configuration is wrong; the message of erp.assistant.config says where")
                .hasNoCause()
                .extracting(Throwable::getStackTrace)
                .isEqualTo(new StackTraceElement[0]);

        assertThat(logged).hasSize(1);
        assertThat(logged.get(0).getLevel()).isEqualTo(Level.SEVERE);
        assertThat(logged.get(0).getThrown()).isNull();
        assertThat(logged.get(0).getMessage()).isEqualTo("""
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
        assertThat(logged).isEmpty();
    }

    @Test
    void aRightConfigurationIsNotSpokenOf() {
        assertThatCode(() -> ConfigurationCheck.check(() -> TestSettings.of(Map.of())))
                .doesNotThrowAnyException();
        assertThat(logged).isEmpty();
    }
}
