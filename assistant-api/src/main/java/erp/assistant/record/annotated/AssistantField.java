package erp.assistant.record.annotated;

import erp.assistant.record.Importance;
import erp.assistant.record.Sensitivity;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Shows a member: a field, a record component, or a method without parameters, such as one that computes a fact.
 *
 * <p>Its Java type says what it is: text, enum and UUID are text, {@code LocalDate} is a date, {@code Instant}, {@code
 * OffsetDateTime} and {@code ZonedDateTime} are moments, {@code boolean} is a flag; a number is money with a currency, a
 * percentage if it is said, and else a quantity. An annotated field is read by its public accessor if there is one.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface AssistantField {

    /** What the screen calls it. */
    String label();

    /** Its id; by default the member's name, without {@code get} or {@code is}. */
    String id() default "";

    /** The unit of a quantity, such as {@code pcs}. */
    String unit() default "";

    /** The currency of an amount, as ISO 4217 writes it. */
    String currency() default "";

    /** The member that has the currency of an amount. */
    String currencyFrom() default "";

    /** Whether a number is a percentage. */
    boolean percent() default false;

    /** {@link Sensitivity#CONFIDENTIAL} needs {@link #roles()}. */
    Sensitivity sensitivity() default Sensitivity.PUBLIC;

    Importance importance() default Importance.NORMAL;

    /** The roles one of which the asker needs; for others the field does not exist. */
    String[] roles() default {};

    /** The record type that the value names, so that it can be opened; the value, or {@link #linkId()}, is its id. */
    String link() default "";

    /** The member with the id of the linked record. */
    String linkId() default "";
}
