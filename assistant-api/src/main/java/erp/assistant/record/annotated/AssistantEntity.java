package erp.assistant.record.annotated;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a class a record type. Of its members only those with {@link AssistantField} or {@link AssistantRows} are shown. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AssistantEntity {

    /** The record type, as in {@link erp.assistant.record.RecordRef#type()}; empty for a class that is shown in rows alone. */
    String type() default "";

    /** What staff call a record, with the ids of public fields in braces, such as {@code Supplier {number}}. */
    String label() default "";

    /** The member that changes with the record; empty to compute a version of what is shown. */
    String version() default "";

    /** The member with the company that owns the record. */
    String organisation() default "";

    /**
     * The base name of a resource bundle with labels in further languages: under a field's id, under {@code lines} and {@code
     * lines.item} for rows and their fields, under {@code label} for the record itself.
     */
    String labels() default "";

    /** Prepared questions. */
    AssistantAction[] actions() default {};
}
