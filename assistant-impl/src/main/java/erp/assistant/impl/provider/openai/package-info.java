/**
 * The OpenAI Chat Completions and OpenAI Responses protocols.
 *
 * <p>Not API.
 */
@NullMarked
package erp.assistant.impl.provider.openai;

import org.jspecify.annotations.NullMarked;
