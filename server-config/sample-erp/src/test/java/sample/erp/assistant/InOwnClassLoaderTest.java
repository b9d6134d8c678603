package sample.erp.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.ListQuery;
import erp.assistant.record.RecordSource;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void whateverIsAskedOfASourceIsAskedWithItsOwnLoader() throws Exception {
        List<ClassLoader> loaders = new ArrayList<>();
        try (URLClassLoader own = new URLClassLoader(new URL[0])) {
            RecordSource noting = (RecordSource) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {RecordSource.class}, (proxy, method, arguments) -> {
                        if (!method.getName().equals("type")) {
                            loaders.add(Thread.currentThread().getContextClassLoader());
                        }
                        return method.getReturnType() == List.class
                                ? List.of()
                                : method.getReturnType() == String.class ? "told" : Optional.empty();
                    });
            RecordSource source = new InOwnClassLoader(noting, own);

            assertThat(source.department(ANNA)).isEqualTo("told");
            assertThat(source.find("1", ANNA)).isEmpty();
            assertThat(source.list(ANNA)).isEmpty();
            assertThat(source.query(ListQuery.ALL, ANNA)).isEmpty();
            assertThat(source.withheld(ANNA)).isEmpty();
            assertThat(source.withheldFromList(ANNA)).isEmpty();

            assertThat(loaders)
                    .hasSize(RecordSource.class.getDeclaredMethods().length - 1)
                    .containsOnly(own);
        }
    }
}
