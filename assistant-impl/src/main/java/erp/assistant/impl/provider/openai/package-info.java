/**
 * The OpenAI Chat Completions protocol.
 *
 * <p>Not API.
 */
@NullMarked
package erp.assistant.impl.provider.openai;

import org.jspecify.annotations.NullMarked;
