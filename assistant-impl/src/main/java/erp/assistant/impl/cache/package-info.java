/**
 * Answers repeated prompts without a provider.
 *
 * <p>Not API.
 */
@NullMarked
package erp.assistant.impl.cache;

import org.jspecify.annotations.NullMarked;
