/**
 * Chooses the model tier and the output cap.
 *
 * <p>Not API.
 */
@NullMarked
package erp.assistant.impl.routing;

import org.jspecify.annotations.NullMarked;
