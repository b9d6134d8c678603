/**
 * What a provider adapter implements to answer a prompt. Start at {@link erp.assistant.chat.ChatModel}.
 */
@NullMarked
package erp.assistant.chat;

import org.jspecify.annotations.NullMarked;
