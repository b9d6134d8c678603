/**
 * The path of a question: {@code DefaultAssistant} reads as its steps, {@code ChatChain} is the only composition.
 *
 * <p>Not API.
 */
@NullMarked
package erp.assistant.impl;

import org.jspecify.annotations.NullMarked;
