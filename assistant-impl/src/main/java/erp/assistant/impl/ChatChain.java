package erp.assistant.impl;

import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.impl.cache.AnswerCache;
import erp.assistant.impl.cache.CachingModel;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.config.Slot;
import erp.assistant.impl.ledger.Ledger;
import erp.assistant.impl.ledger.LedgeredModel;
import erp.assistant.impl.provider.ConfiguredModel;
import erp.assistant.impl.provider.HttpChatModel;
import erp.assistant.impl.provider.ProviderHttp;
import erp.assistant.impl.provider.anthropic.AnthropicDialect;
import erp.assistant.impl.provider.offline.OfflineModel;
import erp.assistant.impl.provider.openai.OpenAiDialect;
import erp.assistant.impl.provider.openai.ResponsesDialect;
import erp.assistant.impl.resilience.Attempts;
import erp.assistant.impl.resilience.BackupModel;
import erp.assistant.impl.resilience.ExtraSpend;
import erp.assistant.impl.resilience.FailoverModel;
import erp.assistant.impl.resilience.Pause;
import erp.assistant.impl.resilience.PrimaryModel;
import erp.assistant.impl.resilience.ProviderWatch;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * The only composition: look-ups around all, cache, then primary, backup and offline in this order, around each attempt its ledger row, and around all
 * what is done when a budget has no room.
 */
@Singleton
public class ChatChain {

    private final ChatModel chain;
    private final LookupRounds rounds;

    @Inject
    public ChatChain(
            AnswerCache cache,
            PrimaryModel primary,
            BackupModel backup,
            OfflineModel offline,
            SettingsSource settings,
            ProviderWatch watch,
            Pause pause,
            ExtraSpend money,
            Clock clock) {
        this(
                new AtLimit(
                        new CachingModel(
                                new FailoverModel(primary, backup, offline, settings, watch, pause, money), cache),
                        offline,
                        settings),
                offline,
                pause,
                clock);
    }

    ChatChain(ChatModel chain, ChatModel lastResort, Pause pause, Clock clock) {
        this.chain = chain;
        this.rounds = new LookupRounds(chain, lastResort, pause, clock);
    }

    /** The same, where a model may look things up in between. */
    CompletionStage<Completion> stream(ChatRequest request, ChatSink sink, LookupRun run) {
        return rounds.stream(request, sink, run);
    }

    CompletionStage<Completion> stream(ChatRequest request, ChatSink sink) {
        return chain.stream(request, sink);
    }

    @Produces
    @Singleton
    @Attempts(Slot.PRIMARY)
    static ChatModel primaryAttempts(
            ProviderHttp http,
            OfflineModel offline,
            Ledger ledger,
            SettingsSource settings,
            Background background,
            Clock clock) {
        return attempts(Slot.PRIMARY, http, offline, ledger, settings, background, clock);
    }

    @Produces
    @Singleton
    @Attempts(Slot.BACKUP)
    static ChatModel backupAttempts(
            ProviderHttp http,
            OfflineModel offline,
            Ledger ledger,
            SettingsSource settings,
            Background background,
            Clock clock) {
        return attempts(Slot.BACKUP, http, offline, ledger, settings, background, clock);
    }

    private static ChatModel attempts(
            Slot slot,
            ProviderHttp http,
            OfflineModel offline,
            Ledger ledger,
            SettingsSource settings,
            Background background,
            Clock clock) {
        ChatModel adapter = new ConfiguredModel(
                slot,
                settings,
                Map.of(
                        Dialect.ANTHROPIC, new HttpChatModel(slot, http, AnthropicDialect::new),
                        Dialect.OPENAI, new HttpChatModel(slot, http, OpenAiDialect::new),
                        Dialect.OPENAI_RESPONSES, new HttpChatModel(slot, http, ResponsesDialect::new),
                        Dialect.OFFLINE, offline));
        return new LedgeredModel(slot, adapter, ledger, settings, background.executor(), clock);
    }
}
