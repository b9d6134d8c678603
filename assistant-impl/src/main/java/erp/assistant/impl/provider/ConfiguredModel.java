package erp.assistant.impl.provider;

import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.config.Slot;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The adapter of the dialect that a slot is configured for at the time of the call. */
public final class ConfiguredModel implements ChatModel {

    private final Slot slot;
    private final SettingsSource settings;
    private final Map<Dialect, ChatModel> adapters;

    /** @param adapters one for each dialect */
    public ConfiguredModel(Slot slot, SettingsSource settings, Map<Dialect, ChatModel> adapters) {
        this.slot = slot;
        this.settings = settings;
        this.adapters = new EnumMap<>(adapters);
        if (this.adapters.size() != Dialect.values().length) {
            throw new IllegalArgumentException("adapters for " + this.adapters.keySet() + " only");
        }
    }

    @Override
    public CompletionStage<Completion> stream(ChatRequest request, ChatSink sink) {
        ProviderSettings provider = settings.current()
                .provider(slot)
                .orElseThrow(() -> new IllegalStateException("no provider is configured as " + slot.key()));
        ChatModel adapter = adapters.get(provider.dialect());
        if (adapter == null) {
            throw new IllegalStateException("no adapter for " + provider.dialect());
        }
        return adapter.stream(request, sink);
    }
}
