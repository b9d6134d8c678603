package erp.assistant.chat.contract;

/**
 * What every {@link erp.assistant.chat.ChatModel} that calls a provider must do, over real connections to the provider stub.
 *
 * <p>A test class implements this interface and inherits the tests; each of the interfaces below is one topic. Beside what each
 * test says, all of them watch over every sink: one thread at a time, no restart, and nothing after the stage has ended.
 */
public interface ChatModelContract
        extends TextRules,
                TerminalEventRules,
                RefusalRules,
                StreamErrorRules,
                UsageRules,
                TimeBudgetRules,
                CancellationRules,
                BackPressureRules,
                ConnectionRules,
                SecretRules {}
