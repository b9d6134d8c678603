package erp.assistant.record.annotated;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A prepared question, as in {@link erp.assistant.record.QuickAction}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface AssistantAction {

    String id();

    String label();

    String question();
}
