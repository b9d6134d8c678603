/**
 * Retries, circuit breakers, keys in turn, hedging and the order of providers. The class and method names here are the admin's MicroProfile Fault Tolerance keys.
 *
 * <p>Not API.
 */
@NullMarked
package erp.assistant.impl.resilience;

import org.jspecify.annotations.NullMarked;
