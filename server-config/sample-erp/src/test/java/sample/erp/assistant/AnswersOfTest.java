package sample.erp.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.OpenAnswers;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersOfTest {

    private static final HttpSession EXPIRED = (HttpSession) Proxy.newProxyInstance(
            HttpSession.class.getClassLoader(), new Class<?>[] {HttpSession.class}, (proxy, method, arguments) -> {
                throw new IllegalStateException("the session has ended");
            });

    @Test
    void aSessionThatEndsEndsTheAnswersOfItsPerson() {
        List<String> stopped = new ArrayList<>();
        try (OpenAnswers.Registration assistant = OpenAnswers.register(person -> stopped.add(person) ? 1 : 0)) {
            AnswersOf answers = new AnswersOf("anna");
            answers.valueBound(new HttpSessionBindingEvent(EXPIRED, "answers", answers));
            assertThat(stopped).isEmpty();

            answers.valueUnbound(new HttpSessionBindingEvent(EXPIRED, "answers", answers));

            assertThat(stopped).containsExactly("anna");
        }
    }
}
