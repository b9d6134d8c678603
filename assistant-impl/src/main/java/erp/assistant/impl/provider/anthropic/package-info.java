/**
 * The Anthropic Messages protocol.
 *
 * <p>Not API.
 */
@NullMarked
package erp.assistant.impl.provider.anthropic;

import org.jspecify.annotations.NullMarked;
