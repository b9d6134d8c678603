/**
 * From a record and a question to a prompt within the token budget, and from an answer to its citations and checked figures.
 * Start at {@link erp.assistant.impl.prompt.PromptWriter}.
 *
 * <p>Not API.
 */
@NullMarked
package erp.assistant.impl.prompt;

import org.jspecify.annotations.NullMarked;
