package erp.assistant.impl.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.chat.Completion.Source;
import erp.assistant.chat.ProviderFault;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RaceTest {

    private final Runner primary = new Runner();
    private final Runner backup = new Runner();
    private final RecordingSink asker = new RecordingSink();
    private int firstTexts;
    private final Race race = new Race(primary, backup, FailoverModelTest.REQUEST, asker, () -> firstTexts++);
    private final CompletableFuture<Race.End> end = race.start().toCompletableFuture();

    private static ProviderFault fault(ProviderFault.Kind kind) {
        return ProviderFault.of(kind, "told by a test").build();
    }

    @Test
    void whoeverSpeaksFirstHasTheAnswerAndTheOthersWordsAreNeverMixedIn() {
        assertThat(race.late(() -> true)).isTrue();
        backup.says("Be");
        primary.says("No ");
        backup.says("cause.");

        assertThat(asker.seen).hasToString("Because.");
        assertThat(primary.sink().cancellation().isCancelled()).isTrue();
        assertThat(backup.sink().cancellation().isCancelled()).isFalse();
        assertThat(asker.cancellation.isCancelled()).isFalse();
    }

    @Test
    void itEndsOnlyWhenTheLoserHasEndedToo() {
        race.late(() -> true);
        backup.says("Because.");
        backup.end.complete(FakeModel.end());
        assertThat(end).isNotDone();

        primary.end.completeExceptionally(fault(ProviderFault.Kind.CANCELLED));

        assertThat(end.join().source()).isEqualTo(Source.BACKUP);
        assertThat(end.join().completion()).isNotNull();
    }

    @Test
    void aPrimaryThatSpokeIsNotLate() {
        primary.says("Because.");

        assertThat(race.late(() -> true)).isFalse();
        assertThat(backup.sink).isNull();
        assertThat(firstTexts).isEqualTo(1);
    }

    @Test
    void aPrimaryThatHasEndedIsNotLate() {
        primary.end.completeExceptionally(fault(ProviderFault.Kind.CONNECT));

        assertThat(race.late(() -> true)).isFalse();
        assertThat(end.join().source()).isEqualTo(Source.PRIMARY);
        assertThat(end.join().othersFailed()).isFalse();
    }

    @Test
    void withoutAllowanceOrAskerNobodyElseIsAsked() {
        assertThat(race.late(() -> false)).isFalse();
        asker.cancellation.cancel();
        assertThat(race.late(() -> true)).isFalse();

        assertThat(backup.sink).isNull();
    }

    @Test
    void ifOneFailsTheOtherGoesOn() {
        race.late(() -> true);
        backup.end.completeExceptionally(fault(ProviderFault.Kind.CONNECT));
        primary.says("Because.");
        primary.end.complete(FakeModel.end());

        assertThat(asker.seen).hasToString("Because.");
        assertThat(end.join().source()).isEqualTo(Source.PRIMARY);
        assertThat(end.join().completion()).isNotNull();
    }

    @Test
    void ifBothFailNobodyIsLeftToAsk() {
        race.late(() -> true);
        primary.end.completeExceptionally(fault(ProviderFault.Kind.CONNECT));
        assertThat(end).isNotDone();
        backup.end.completeExceptionally(fault(ProviderFault.Kind.OVERLOADED));

        assertThat(end.join().completion()).isNull();
        assertThat(end.join().othersFailed()).isTrue();
    }

    @Test
    void aWinnerThatBreaksOffSaysThatTextWasShownAndAskedNobodyElseInVain() {
        race.late(() -> true);
        primary.says("Beca");
        backup.end.completeExceptionally(fault(ProviderFault.Kind.CANCELLED));
        primary.end.completeExceptionally(fault(ProviderFault.Kind.TRUNCATED));

        Failure failure = Objects.requireNonNull(end.join().failure());
        assertThat(failure.shown()).isTrue();
        assertThat(end.join().othersFailed()).isFalse();
    }

    @Test
    void anEndWithoutWordsIsAnAnswerToo() {
        race.late(() -> true);
        primary.end.complete(FakeModel.end());
        backup.says("too late");

        assertThat(asker.seen).isEmpty();
        assertThat(backup.sink().cancellation().isCancelled()).isTrue();
    }

    /** A provider that says and does what a test tells it. */
    private static final class Runner implements ChatModel {
        final CompletableFuture<Completion> end = new CompletableFuture<>();

        @Nullable
        ChatSink sink;

        @Override
        public CompletionStage<Completion> stream(ChatRequest request, ChatSink sink) {
            this.sink = sink;
            return end;
        }

        ChatSink sink() {
            return Objects.requireNonNull(sink, "not asked");
        }

        void says(String text) {
            sink().accept(new ChatEvent.Text(text));
        }
    }
}
