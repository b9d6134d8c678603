/**
 * The contract of a {@link erp.assistant.chat.ChatModel}, as tests. Implement {@link
 * erp.assistant.chat.contract.ChatModelContract} in a test class.
 */
@NullMarked
package erp.assistant.chat.contract;

import org.jspecify.annotations.NullMarked;
