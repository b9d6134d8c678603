/**
 * The conversations that people had, in the assistant's database. Start at {@link
 * erp.assistant.impl.conversation.ConversationTable}.
 *
 * <p>Not API.
 */
@NullMarked
package erp.assistant.impl.conversation;

import org.jspecify.annotations.NullMarked;
