package sample.erp.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.RecordSource;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InOwnClassLoaderTest {

    private static final Asker ANNA = new Asker("anna", role -> false, Locale.ENGLISH);

    @Test
    void readsWithItsOwnLoaderAndGivesTheCallersBackEvenAfterAFailure() throws Exception {
        ClassLoader callers = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader own = new URLClassLoader(new URL[0])) {
            RecordSource failing = new RecordSource() {
                @Override
                public String type() {
                    return "thing";
                }

                @Override
                public Optional<BusinessRecord> find(String id, Asker asker) {
                    throw new IllegalStateException(
                            Thread.currentThread().getContextClassLoader() == own ? "own loader" : "other loader");
                }
            };

            assertThatThrownBy(() -> new InOwnClassLoader(failing, own).find("1", ANNA))
                    .hasMessage("own loader");
        }
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(callers);
    }
}
