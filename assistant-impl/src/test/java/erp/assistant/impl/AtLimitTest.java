package erp.assistant.impl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.chat.Attribution;
import erp.assistant.chat.Cancellation;
import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.chat.Completion.Source;
import erp.assistant.chat.ModelTier;
import erp.assistant.chat.Prompt;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.cache.AnswerCache;
import erp.assistant.impl.cache.CachingModel;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.config.TestSettings;
import erp.assistant.impl.fault.BudgetReached;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class AtLimitTest {

    private static final BudgetReached REFUSAL =
            BudgetReached.noRoom("the company's budget", LocalDate.of(2026, 12, 1));

    private final Map<String, String> configuration = new HashMap<>(Map.of("assistant.budget.monthly", "1"));
    private final SettingsSource settings = () -> TestSettings.of(configuration);
    private final Office.Time clock = new Office.Time();
    private final Shown shown = new Shown();
    private boolean room = true;
    private int asked;
    private final ChatModel models = (request, sink) -> {
        asked++;
        if (!room) {
            return CompletableFuture.failedFuture(REFUSAL);
        }
        sink.accept(new ChatEvent.Text("of a model"));
        return ended(Source.PRIMARY);
    };
    private final ChatModel offline = (request, sink) -> {
        sink.accept(new ChatEvent.Text("of the record"));
        return ended(Source.OFFLINE);
    };
    private final AtLimit model =
            new AtLimit(new CachingModel(models, new AnswerCache(settings, clock)), offline, settings);

    private static CompletionStage<Completion> ended(Source source) {
        return CompletableFuture.completedStage(
                new Completion(Completion.Reason.END, source, "anthropic", "m", TokenUsage.NONE, "req"));
    }

    private CompletableFuture<Completion> ask(String question) {
        shown.text.setLength(0);
        return model.stream(
                        new ChatRequest(
                                new Attribution(UUID.randomUUID(), "anna", "DE", "sales-order", "4711", ""),
                                new Prompt("answer/1", "system", question, question, List.of(), Locale.ENGLISH, 9),
                                ModelTier.SMALL,
                                500,
                                Office.NOW.plusSeconds(90)),
                        shown)
                .toCompletableFuture();
    }

    @Test
    void whileThereIsRoomNothingChanges() {
        assertThat(ask("Why?").join().source()).isEqualTo(Source.PRIMARY);
    }

    @Test
    void anOlderAnswerToTheVerySamePromptComesFirst() {
        ask("Why?").join();
        room = false;
        clock.pass(Duration.ofHours(5));

        assertThat(ask("Why?").join().source()).isEqualTo(Source.CACHE);
        assertThat(shown.text).hasToString("of a model");
        assertThat(ask("When?").join().source()).isEqualTo(Source.OFFLINE);
        assertThat(shown.text).hasToString("of the record");
        clock.pass(Duration.ofHours(20));
        assertThat(ask("Why?").join().source()).as("a day later").isEqualTo(Source.OFFLINE);
    }

    @Test
    void whileThereIsRoomAnOlderAnswerIsNotRepeated() {
        ask("Why?").join();
        clock.pass(Duration.ofHours(5));

        assertThat(ask("Why?").join().source()).isEqualTo(Source.PRIMARY);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void aFreshAnswerFromTheCacheNeedsNoRoom() {
        ask("Why?").join();
        room = false;

        assertThat(ask("Why?").join().source()).isEqualTo(Source.CACHE);
        assertThat(asked).as("nobody was asked for room").isEqualTo(1);
    }

    @Test
    void onlyWhatIsConfiguredIsTried() {
        ask("Why?").join();
        room = false;
        clock.pass(Duration.ofHours(5));

        configuration.put("assistant.budget.at-limit", "offline");
        assertThat(ask("Why?").join().source()).isEqualTo(Source.OFFLINE);
        configuration.put("assistant.budget.at-limit", "refuse");
        assertThatThrownBy(() -> ask("Why?").get()).hasCause(REFUSAL);
    }

    @Test
    void withoutCachedNothingIsKeptLonger() {
        configuration.put("assistant.budget.at-limit", "offline");
        ask("Why?").join();
        clock.pass(Duration.ofHours(5));
        room = false;
        ask("Why?").join();

        configuration.put("assistant.budget.at-limit", "cached");
        assertThatThrownBy(() -> ask("Why?").get()).hasCause(REFUSAL);
    }

    @Test
    void anotherFailureIsPassedOnAsItIs() {
        IllegalStateException broken = new IllegalStateException("broken");
        AtLimit failing = new AtLimit(
                new CachingModel(
                        (request, sink) -> CompletableFuture.failedFuture(broken), new AnswerCache(settings, clock)),
                offline,
                settings);

        assertThat(failing.stream(
                                new ChatRequest(
                                        new Attribution(UUID.randomUUID(), "anna", "", "sales-order", "1", ""),
                                        new Prompt("a", "s", "u", "q", List.of(), Locale.ENGLISH, 1),
                                        ModelTier.SMALL,
                                        1,
                                        Office.NOW),
                                shown)
                        .toCompletableFuture())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCause(broken);
    }

    /** What an asker sees. */
    private static final class Shown implements ChatSink {
        final StringBuilder text = new StringBuilder();
        private final Cancellation cancellation = new Cancellation();

        @Override
        public void accept(ChatEvent event) {
            if (event instanceof ChatEvent.Text piece) {
                text.append(piece.text());
            }
        }

        @Override
        public Cancellation cancellation() {
            return cancellation;
        }
    }
}
