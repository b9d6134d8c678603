package erp.assistant.impl.routing;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.Attribution;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ModelTier;
import erp.assistant.chat.Prompt;
import erp.assistant.impl.prompt.TestSettings;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ModelRouterTest {

    private static final Instant DEADLINE = Instant.parse("2026-05-05T09:01:00Z");
    private static final Prompt PROMPT = new Prompt("answer/1", "s", "u", "q", List.of(), Locale.ENGLISH, 10);

    private final ModelRouter router =
            new ModelRouter(TestSettings.USUAL.withLargeTierActions(Set.of("explain-variance"))::build);

    private ChatRequest route(String action) {
        return router.route(
                PROMPT, new Attribution(UUID.randomUUID(), "anna", "DE01", "sales-order", "4711", action), DEADLINE);
    }

    @Test
    void aFreeQuestionGoesToTheSmallModel() {
        assertThat(route("").tier()).isEqualTo(ModelTier.SMALL);
    }

    @Test
    void aPreparedQuestionGoesToTheLargeModelOnlyIfAnAdminSaysSo() {
        assertThat(route("summary").tier()).isEqualTo(ModelTier.SMALL);
        assertThat(route("explain-variance").tier()).isEqualTo(ModelTier.LARGE);
    }

    @Test
    void aPromptThatIsLongEnoughGoesToTheLargeModel() {
        Prompt longest = new Prompt("answer/1", "s", "u", "q", List.of(), Locale.ENGLISH, 9_000);
        Attribution attribution = new Attribution(UUID.randomUUID(), "anna", "DE01", "sales-order", "4711", "");

        assertThat(router.route(longest, attribution, DEADLINE).tier()).isEqualTo(ModelTier.LARGE);
    }

    @Test
    void aPreparedQuestionMayHaveItsOwnCap() {
        assertThat(route("summary").maxOutputTokens()).isEqualTo(300);
        assertThat(route("explain-variance").maxOutputTokens()).isEqualTo(700);
    }

    @Test
    void theRequestCarriesThePromptTheCapAndTheDeadline() {
        ChatRequest request = route("");

        assertThat(request.prompt()).isSameAs(PROMPT);
        assertThat(request.maxOutputTokens()).isEqualTo(700);
        assertThat(request.deadline()).isEqualTo(DEADLINE);
    }
}
