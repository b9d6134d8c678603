package sample.erp.assistant;

import erp.assistant.OpenAnswers;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.io.Serializable;

/**
 * Ends a person's answers when the session that holds it ends: at sign-out, and when it expires.
 *
 * @param login the name of the person's principal
 */
record AnswersOf(String login) implements HttpSessionBindingListener, Serializable {

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        OpenAnswers.stop(login);
    }
}
