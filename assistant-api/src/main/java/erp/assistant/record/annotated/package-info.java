/**
 * Shows classes that an ERP has already, such as JPA entities, by annotations. Start at {@link
 * erp.assistant.record.annotated.AnnotatedSource}.
 *
 * <p>What is not annotated is never sent.
 */
@NullMarked
package erp.assistant.record.annotated;

import org.jspecify.annotations.NullMarked;
