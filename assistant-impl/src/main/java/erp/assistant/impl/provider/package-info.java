/**
 * HTTP, server-sent events and time budgets shared by the adapters, and the choice of the configured one.
 *
 * <p>Not API.
 */
@NullMarked
package erp.assistant.impl.provider;

import org.jspecify.annotations.NullMarked;
