package erp.assistant.impl.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.chat.Attribution;
import erp.assistant.chat.Cancellation;
import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.chat.ModelTier;
import erp.assistant.chat.Prompt;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.Turn;
import erp.assistant.chat.Turn.Role;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.prompt.TestSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CachingModelTest {

    private static final TokenUsage USED = new TokenUsage(400, 0, 0, 0, 50, 0, TokenUsage.Source.REPORTED);

    private Settings settings =
            TestSettings.USUAL.withCache(Duration.ofMinutes(10), 100).build();
    private final TestClock clock = new TestClock();
    private final ScriptedModel provider = new ScriptedModel();
    private final CachingModel model = new CachingModel(provider, new AnswerCache(() -> settings, clock));

    private static final class TestClock extends Clock {
        private Instant now = Instant.parse("2026-05-05T09:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** Says the events of its script and ends as it is told. */
    private static final class ScriptedModel implements ChatModel {
        private List<ChatEvent> events = List.of(new ChatEvent.Text("The order "), new ChatEvent.Text("is blocked."));
        private Completion.Reason reason = Completion.Reason.END;
        private Completion.Source source = Completion.Source.PRIMARY;
        private int calls;
        private @Nullable ChatSink reader;

        @Override
        public CompletionStage<Completion> stream(ChatRequest request, ChatSink sink) {
            calls++;
            reader = sink;
            events.forEach(sink::accept);
            return CompletableFuture.completedStage(
                    new Completion(reason, source, "anthropic", "small-1", USED, "req-" + calls));
        }
    }

    private static final class Reader implements ChatSink {
        private final List<ChatEvent> events = new ArrayList<>();
        private final Cancellation cancellation = new Cancellation();

        @Override
        public void accept(ChatEvent event) {
            events.add(event);
        }

        @Override
        public Cancellation cancellation() {
            return cancellation;
        }

        String text() {
            StringBuilder text = new StringBuilder();
            events.forEach(event -> text.append(((ChatEvent.Text) event).text()));
            return text.toString();
        }
    }

    private static ChatRequest request(String user) {
        return request("anna", "DE01", user, ModelTier.SMALL, 700, Locale.ENGLISH);
    }

    private static ChatRequest request(
            String name, String organisation, String user, ModelTier tier, int cap, Locale language) {
        return new ChatRequest(
                new Attribution(UUID.randomUUID(), name, organisation, "sales-order", "4711", ""),
                new Prompt("answer/1", "rules", user, "Why?", List.of(), language, 100),
                tier,
                cap,
                Instant.parse("2026-05-05T09:01:00Z"));
    }

    private Completion ask(ChatRequest request, ChatSink sink) throws ExecutionException, InterruptedException {
        return model.stream(request, sink).toCompletableFuture().get();
    }

    @Test
    void whoWantsAnotherAnswerGetsOneOfTheProviderWhichIsRememberedInItsPlace() throws Exception {
        ask(request("data"), new Reader());
        provider.events = List.of(new ChatEvent.Text("Put differently."));

        Completion anew = ask(request("data").anew(), new Reader());
        Reader later = new Reader();
        Completion repeated = ask(request("data"), later);

        assertThat(anew.source()).isEqualTo(Completion.Source.PRIMARY);
        assertThat(repeated.source()).isEqualTo(Completion.Source.CACHE);
        assertThat(later.text()).isEqualTo("Put differently.");
        assertThat(provider.calls).isEqualTo(2);
    }

    private int callsAfter(ChatRequest... requests) throws ExecutionException, InterruptedException {
        for (ChatRequest request : requests) {
            ask(request, new Reader());
        }
        return provider.calls;
    }

    @Test
    void aRepeatedPromptIsAnsweredWithoutAProviderAndWithoutTokensAndNamesTheAnswerItRepeats() throws Exception {
        ChatRequest original = request("data");
        Completion first = ask(original, new Reader());
        Reader again = new Reader();
        Completion second = ask(request("data"), again);

        assertThat(first.source()).isEqualTo(Completion.Source.PRIMARY);
        assertThat(second)
                .isEqualTo(new Completion(
                        Completion.Reason.END,
                        Completion.Source.CACHE,
                        "anthropic",
                        "small-1",
                        TokenUsage.NONE,
                        original.attribution().call().toString(),
                        Optional.of(clock.now),
                        List.of()));
        assertThat(again.text()).isEqualTo("The order is blocked.");
        assertThat(provider.calls).isEqualTo(1);
    }

    @Test
    void aLongAnswerIsRepeatedInAFewPieces() throws Exception {
        String text = "word ".repeat(200) + "end";
        provider.events = List.of(new ChatEvent.Text(text));
        ask(request("data"), new Reader());
        Reader again = new Reader();
        ask(request("data"), again);

        assertThat(again.events).hasSizeBetween(3, 8);
        assertThat(again.text()).isEqualTo(text);
    }

    @Test
    void peopleWhoSeeTheSameShareAnAnswer() throws Exception {
        assertThat(callsAfter(
                        request("anna", "DE01", "data", ModelTier.SMALL, 700, Locale.ENGLISH),
                        request("carl", "DE01", "data", ModelTier.SMALL, 700, Locale.ENGLISH)))
                .isEqualTo(1);
    }

    @Test
    void peopleWhoSeeDifferentValuesNeverDo() throws Exception {
        assertThat(callsAfter(request("data with margin"), request("data"))).isEqualTo(2);
    }

    @Test
    void organisationTierCapAndLanguageEachMakeAnotherQuestion() throws Exception {
        assertThat(callsAfter(
                        request("anna", "DE01", "data", ModelTier.SMALL, 700, Locale.ENGLISH),
                        request("anna", "FR01", "data", ModelTier.SMALL, 700, Locale.ENGLISH),
                        request("anna", "DE01", "data", ModelTier.LARGE, 700, Locale.ENGLISH),
                        request("anna", "DE01", "data", ModelTier.SMALL, 800, Locale.ENGLISH),
                        request("anna", "DE01", "data", ModelTier.SMALL, 700, Locale.FRENCH)))
                .isEqualTo(5);
    }

    @Test
    void whatWasSaidBeforeMakesAnotherQuestion() throws Exception {
        assertThat(callsAfter(
                        request("data"),
                        after(new Turn(Role.USER, "Who?"), new Turn(Role.ASSISTANT, "Anna.")),
                        after(new Turn(Role.USER, "Who?"), new Turn(Role.ASSISTANT, "Carl.")),
                        after(new Turn(Role.USER, "Who?"), new Turn(Role.ASSISTANT, "Anna."))))
                .isEqualTo(3);
    }

    private static ChatRequest after(Turn... turns) {
        ChatRequest alone = request("data");
        return new ChatRequest(
                alone.attribution(),
                new Prompt("answer/1", "rules", "data", "Why?", List.of(), Locale.ENGLISH, 100, List.of(turns)),
                alone.tier(),
                alone.maxOutputTokens(),
                alone.deadline());
    }

    @Test
    void partsThatRunTogetherDifferentlyAreDifferentKeys() {
        ChatRequest one = request("anna", "A", "b", ModelTier.SMALL, 700, Locale.ENGLISH);
        Prompt shifted = new Prompt("answer/1", "rulesb", "", "Why?", List.of(), Locale.ENGLISH, 100);
        ChatRequest other = new ChatRequest(one.attribution(), shifted, one.tier(), 700, one.deadline());

        assertThat(CacheKey.of(one, settings)).isNotEqualTo(CacheKey.of(other, settings));
    }

    private static Settings providers(String key, String value) {
        Map<String, String> values = new HashMap<>(Map.of(
                "assistant.provider.primary.dialect", "openai",
                "assistant.provider.primary.base-url", "http://127.0.0.1:1",
                "assistant.provider.primary.api-key", "first",
                "assistant.provider.backup.dialect", "openai",
                "assistant.provider.backup.base-url", "http://127.0.0.1:2"));
        values.put(key, value);
        return erp.assistant.impl.config.TestSettings.of(values);
    }

    @ParameterizedTest
    @CsvSource({
        "assistant.provider.primary.model.small, small-2, 2",
        "assistant.provider.primary.base-url, http://127.0.0.1:3, 2",
        "assistant.provider.primary.name, other, 2",
        "assistant.provider.backup.model.small, small-2, 2",
        "assistant.provider.backup.base-url, http://127.0.0.1:3, 2",
        "assistant.provider.backup.name, other, 2",
        "assistant.provider.backup.dialect, '', 2",
        "assistant.provider.primary.model.large, large-2, 1",
        "assistant.provider.primary.api-key, second, 1",
    })
    void anAnswerOutlivesNoChangeOfTheModelsThatMayBeAsked(String key, String value, int calls) throws Exception {
        settings = providers("assistant.enabled", "true");
        ask(request("data"), new Reader());

        settings = providers(key, value);

        assertThat(callsAfter(request("data"))).isEqualTo(calls);
    }

    @Test
    void whatGoesWrongAfterTheEndFailsTheAnswerAndIsNotLost() {
        ChatSink broken = new ChatSink() {
            @Override
            public void accept(ChatEvent event) {}

            @Override
            public Cancellation cancellation() {
                throw new IllegalStateException("no cancellation");
            }
        };

        assertThat(model.stream(request("data"), broken).toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void anAnswerIsForgottenAtTheEndOfItsTime() throws Exception {
        ask(request("data"), new Reader());
        clock.now = clock.now.plus(Duration.ofMinutes(10)).minusNanos(1);
        ask(request("data"), new Reader());
        assertThat(provider.calls).isEqualTo(1);

        clock.now = clock.now.plusNanos(1);
        ask(request("data"), new Reader());
        assertThat(provider.calls).isEqualTo(2);
    }

    @Test
    void noTimeMeansNoCache() throws Exception {
        settings = TestSettings.USUAL.withCache(Duration.ZERO, 100).build();

        assertThat(callsAfter(request("data"), request("data"))).isEqualTo(2);
    }

    @Test
    void withoutACacheNothingStandsBetweenModelAndReader() throws Exception {
        settings = TestSettings.USUAL.withCache(Duration.ZERO, 100).build();
        Reader reader = new Reader();
        ask(request("data"), reader);

        assertThat(provider.reader).isSameAs(reader);
    }

    @Test
    void switchingTheCacheOffForgetsWhatItHeld() throws Exception {
        Settings on = settings;
        ask(request("data"), new Reader());
        settings = TestSettings.USUAL.withCache(Duration.ZERO, 100).build();
        ask(request("data"), new Reader());
        settings = on;
        ask(request("data"), new Reader());

        assertThat(provider.calls).isEqualTo(3);
    }

    @Test
    void theAnswerUnusedForLongestGoesFirst() throws Exception {
        settings = TestSettings.USUAL.withCache(Duration.ofMinutes(10), 2).build();
        callsAfter(request("one"), request("two"), request("one"), request("three"));

        assertThat(callsAfter(request("one"))).as("one was used after two").isEqualTo(3);
        assertThat(callsAfter(request("two"))).as("two was forgotten").isEqualTo(4);
    }

    @Test
    void anOfflineAnswerIsNotKept() throws Exception {
        provider.source = Completion.Source.OFFLINE;

        assertThat(callsAfter(request("data"), request("data"))).isEqualTo(2);
    }

    @Test
    void anAnswerThatIsNotWholeIsNotKept() throws Exception {
        provider.reason = Completion.Reason.LENGTH;

        assertThat(callsAfter(request("data"), request("data"))).isEqualTo(2);
    }

    @Test
    void anEmptyAnswerIsNotKept() throws Exception {
        provider.events = List.of();

        assertThat(callsAfter(request("data"), request("data"))).isEqualTo(2);
    }

    @Test
    void aStoppedAnswerIsNotKept() throws Exception {
        Reader gone = new Reader();
        gone.cancellation().cancel();
        ask(request("data"), gone);

        assertThat(callsAfter(request("data"))).isEqualTo(2);
    }

    @Test
    void ofAnAnswerThatStartedAnewTheLastTextIsKept() throws Exception {
        provider.source = Completion.Source.BACKUP;
        provider.events = List.of(
                new ChatEvent.Text("The ord"),
                new ChatEvent.Restart("provider-failed"),
                new ChatEvent.Text("It is blocked."));
        ask(request("data"), new Reader());
        Reader again = new Reader();
        ask(request("data"), again);

        assertThat(again.text()).isEqualTo("It is blocked.");
    }

    @Test
    void aFaultPassesUnchangedAndIsNotKept() {
        ProviderFault fault =
                ProviderFault.of(ProviderFault.Kind.OVERLOADED, "overloaded").build();
        CachingModel failing = new CachingModel(
                (request, sink) ->
                        CompletableFuture.<Completion>failedStage(fault).thenApply(end -> end),
                new AnswerCache(() -> settings, clock));

        Throwable seen = failing.stream(request("data"), new Reader())
                .handle((end, failure) -> failure)
                .toCompletableFuture()
                .join();

        assertThat(seen).isSameAs(fault);
    }

    @Test
    void aRepeatedAnswerStopsWhenTheAskerHasGone() throws Exception {
        ask(request("data"), new Reader());
        Reader gone = new Reader();
        gone.cancellation().cancel();

        assertThatThrownBy(() -> ask(request("data"), gone))
                .hasCauseInstanceOf(ProviderFault.class)
                .hasMessageContaining("stopped while an answer was repeated from memory");
        assertThat(gone.events).isEmpty();
    }
}
