package erp.assistant.impl.routing;

import erp.assistant.chat.Attribution;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ModelTier;
import erp.assistant.chat.Prompt;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.SettingsSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Chooses how capable a model a prompt needs and how long its answer may be. */
@Singleton
public final class ModelRouter {

    private final SettingsSource settings;

    @Inject
    public ModelRouter(SettingsSource settings) {
        this.settings = settings;
    }

    /** The request for a prompt: the small model, unless an admin has given the prepared question, or prompts as long, the large one. */
    public ChatRequest route(Prompt prompt, Attribution attribution, Instant deadline) {
        Settings now = settings.current();
        boolean large = now.largeTierActions().contains(attribution.action())
                || prompt.estimatedTokens() >= now.prompting().largeFromTokens().orElse(Integer.MAX_VALUE);
        int cap = now.prompting().outputByAction().getOrDefault(attribution.action(), now.maxOutputTokens());
        return new ChatRequest(attribution, prompt, large ? ModelTier.LARGE : ModelTier.SMALL, cap, deadline);
    }
}
