package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventStreamTest {

    private static final int UNLIMITED = Integer.MAX_VALUE;

    private final FakeOutput out = new FakeOutput();
    private final FakeAsync async = new FakeAsync();
    private final List<String> calls = new ArrayList<>();
    private final EventStream stream = new EventStream();

    private void open() {
        stream.open(async.context, out, () -> calls.add("gone"));
    }

    private void openAndReady() throws IOException {
        open();
        out.possible(UNLIMITED);
    }

    private static String delta(String text) {
        return "event: delta\ndata: {\"text\":\"" + text + "\"}\n\n";
    }

    @Test
    void nothingIsLostThatCameBeforeTheStreamWasOpen() throws IOException {
        stream.accept(Events.delta("a"));
        open();
        stream.accept(Events.delta("b"));
        assertThat(out.writes).isEmpty();

        out.possible(UNLIMITED);

        assertThat(out.writes).containsExactly(delta("a") + delta("b"));
        assertThat(out.flushes).isEqualTo(1);
    }

    @Test
    void anEventIsWrittenAndFlushedAtOnceToABrowserThatKeepsUp() throws IOException {
        openAndReady();

        stream.accept(Events.delta("a"));
        stream.accept(Events.delta("b"));

        assertThat(out.writes).containsExactly(delta("a"), delta("b"));
        assertThat(out.flushes).isEqualTo(2);
    }

    @Test
    void eventsForASlowBrowserAreCollectedIntoOneWriteInTheirOrder() throws IOException {
        openAndReady();
        out.room(1);
        stream.accept(Events.delta("a"));
        stream.accept(Events.delta("b"));
        stream.accept(Events.delta("c"));
        assertThat(out.writes).as("no room for more").containsExactly(delta("a"));

        out.possible(UNLIMITED);

        assertThat(out.writes).containsExactly(delta("a"), delta("b") + delta("c"));
    }

    @Test
    void aFlushThatHadToWaitIsMadeUpFor() throws IOException {
        openAndReady();
        out.room(1);
        stream.accept(Events.delta("a"));
        assertThat(out.flushes).isZero();

        out.possible(UNLIMITED);

        assertThat(out.flushes).isEqualTo(1);
    }

    @Test
    void theStreamEndsAfterItsLastEventHasBeenFlushed() throws IOException {
        openAndReady();
        out.room(1);
        stream.accept(Events.FAILED);
        assertThat(out.writes).hasSize(1);
        assertThat(async.completed).as("not flushed yet").isZero();
        assertThat(stream.isOver()).isFalse();

        out.possible(UNLIMITED);

        assertThat(async.completed).isEqualTo(1);
        assertThat(stream.isOver()).isTrue();
        assertThat(calls).as("the browser has not left").isEmpty();
    }

    @Test
    void anAnswerThatWasWholeBeforeTheStreamWasOpenIsWrittenAndEnded() throws IOException {
        stream.accept(Events.META);
        stream.accept(Events.delta("a"));
        stream.accept(Events.done());

        openAndReady();

        assertThat(out.text()).startsWith("event: meta\n").contains(delta("a")).contains("event: done\n");
        assertThat(async.completed).isEqualTo(1);
    }

    @Test
    void nothingFollowsTheEnd() throws IOException {
        openAndReady();
        out.room(0);
        stream.accept(Events.done());
        stream.accept(Events.delta("postscript"));
        stream.beat();
        out.possible(UNLIMITED);
        stream.accept(Events.delta("postscript 2"));
        stream.beat();
        stream.onError(new IOException("closed"));

        assertThat(out.text()).startsWith("event: done\n").doesNotContain("postscript", ":\n\n");
        assertThat(async.completed).isEqualTo(1);
        assertThat(calls).isEmpty();
    }

    @Test
    void aBrowserThatHasLeftIsToldOnceAndTheRequestIsCompleted() throws IOException {
        openAndReady();
        out.breakOff();

        stream.accept(Events.delta("a"));
        stream.accept(Events.delta("b"));
        stream.onError(new IOException("again"));

        assertThat(calls).containsExactly("gone");
        assertThat(async.completed).isEqualTo(1);
        assertThat(stream.isOver()).isTrue();
    }

    @Test
    void aBrowserOfWhichTheContainerSaysThatItHasLeftIsTheSame() throws IOException {
        openAndReady();

        stream.onError(new IOException("reset"));

        assertThat(calls).containsExactly("gone");
        assertThat(async.completed).isEqualTo(1);
    }

    @Test
    void aBrowserOfWhichTheContainerSaysSoWithinAWriteIsCompletedOnce() throws IOException {
        openAndReady();
        out.breakOffAndTell();

        stream.accept(Events.delta("a"));

        assertThat(calls).containsExactly("gone");
        assertThat(async.completed).isEqualTo(1);
    }

    @Test
    void aBeatIsWrittenOnlyWhileNothingElseWaits() throws IOException {
        openAndReady();
        stream.beat();
        assertThat(out.writes).containsExactly(":\n\n");

        out.room(0);
        stream.accept(Events.delta("a"));
        stream.beat();
        out.possible(UNLIMITED);

        assertThat(out.writes).containsExactly(":\n\n", delta("a"));
    }

    @Test
    void beatsDoNotPileUpForABrowserThatTakesNothing() throws IOException {
        openAndReady();
        out.room(0);
        for (int beat = 0; beat < 100; beat++) {
            stream.beat();
        }
        out.possible(UNLIMITED);

        assertThat(out.writes).containsExactly(":\n\n");
    }

    @Test
    void aBeatFindsOutThatTheBrowserHasLeft() throws IOException {
        openAndReady();
        out.breakOff();

        stream.beat();

        assertThat(calls).containsExactly("gone");
    }

    @Test
    void whoKeepsUpIsReadyAtOnce() throws IOException {
        openAndReady();
        stream.accept(Events.delta("a"));

        stream.whenReady(() -> calls.add("more"));

        assertThat(calls).containsExactly("more");
    }

    @Test
    void whoHasFallenBehindIsReadyAgainWhenItHasCaughtUp() throws IOException {
        openAndReady();
        out.room(0);
        stream.accept(Events.delta("x".repeat(EventStream.BEHIND)));
        stream.whenReady(() -> calls.add("more"));
        assertThat(calls).isEmpty();

        out.possible(UNLIMITED);
        assertThat(calls).containsExactly("more");

        stream.accept(Events.delta("y"));
        assertThat(calls).as("only once").containsExactly("more");
    }

    @Test
    void whoIsBehindByLessIsNotSlowed() throws IOException {
        openAndReady();
        out.room(0);
        stream.accept(Events.delta("x".repeat(EventStream.BEHIND - 100)));

        stream.whenReady(() -> calls.add("more"));

        assertThat(calls).containsExactly("more");
    }

    @Test
    void whoWaitsForABrowserThatLeavesIsNotLeftWaiting() throws IOException {
        openAndReady();
        out.room(0);
        stream.accept(Events.delta("x".repeat(EventStream.BEHIND)));
        stream.whenReady(() -> calls.add("more"));

        stream.onError(new IOException("reset"));
        stream.whenReady(() -> calls.add("later"));

        assertThat(calls).containsExactly("gone", "more", "later");
    }

    @Test
    void theContainerIsNotAskedToCallTwice() throws IOException {
        openAndReady();
        out.room(0);
        stream.accept(Events.delta("a"));
        assertThat(out.hasWaiter()).isTrue();
        out.room(UNLIMITED);

        stream.accept(Events.delta("b"));

        assertThat(out.writes).as("until the container calls").isEmpty();
        out.possible(UNLIMITED);
        assertThat(out.writes).containsExactly(delta("a") + delta("b"));
    }

    @Test
    void textBeyondAsciiIsWrittenAsUtf8() throws IOException {
        openAndReady();

        stream.accept(Events.delta("Größe 😀"));

        assertThat(out.text()).isEqualTo(delta("Größe 😀"));
    }
}
