package erp.assistant.record.annotated;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Shows a relation: a member that is a collection of a class whose members have {@link AssistantField}.
 *
 * <p>The collection is read whole: sums and their count are over all of it, whatever the cap.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface AssistantRows {

    String label();

    /** How many rows are sent, 1 to 200. */
    int cap() default 20;

    /** The member of a row by which the most important come first: the greatest, or the smallest with {@link #ascending()}. */
    String order();

    boolean ascending() default false;

    /** The member of a row by which staff know it, such as its number. */
    String key() default "";

    /** Ids of number fields of a row that are added up over all rows. */
    String[] sums() default {};

    String[] roles() default {};
}
