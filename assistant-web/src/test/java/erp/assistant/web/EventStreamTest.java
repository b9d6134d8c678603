package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class EventStreamTest {

    private static final int UNLIMITED = Integer.MAX_VALUE;

    private final FakeOutput out = new FakeOutput();
    private final FakeAsync async = new FakeAsync();
    private final List<String> calls = new ArrayList<>();
    private long nanos;
    private final EventStream stream = new EventStream(Runnable::run, () -> nanos);

    private void open() {
        stream.open(async.context, out, new FakeAnswering(() -> calls.add("gone")));
    }

    /** What a provider's adapter does with one read. */
    private void says(String... pieces) {
        for (String piece : pieces) {
            stream.accept(Events.delta(piece));
        }
        stream.whenReady(() -> {});
    }

    private EventStream.State tickAfter(Duration duration) {
        nanos += duration.toNanos();
        return stream.tick();
    }

    private void beat() {
        tickAfter(EventStream.SILENCE);
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
        says("a");
        open();
        says("b");
        assertThat(out.writes).isEmpty();

        out.possible(UNLIMITED);

        assertThat(out.writes).containsExactly(delta("a") + delta("b"));
        assertThat(out.flushes).isEqualTo(1);
    }

    @Test
    void anEventIsWrittenAndFlushedAtOnceToABrowserThatKeepsUp() throws IOException {
        openAndReady();

        says("a");
        says("b");

        assertThat(out.writes).containsExactly(delta("a"), delta("b"));
        assertThat(out.flushes).isEqualTo(2);
    }

    @Test
    void eventsForASlowBrowserAreCollectedIntoOneWriteInTheirOrder() throws IOException {
        openAndReady();
        out.room(1);
        says("a");
        says("b");
        says("c");
        assertThat(out.writes).as("no room for more").containsExactly(delta("a"));

        out.possible(UNLIMITED);

        assertThat(out.writes).containsExactly(delta("a"), delta("b") + delta("c"));
    }

    @Test
    void aFlushThatHadToWaitIsMadeUpFor() throws IOException {
        openAndReady();
        out.room(1);
        says("a");
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
        says("a");
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
        says("postscript");
        beat();
        out.possible(UNLIMITED);
        says("postscript 2");
        beat();
        stream.onError(new IOException("closed"));

        assertThat(out.text()).startsWith("event: done\n").doesNotContain("postscript", ":\n\n");
        assertThat(async.completed).isEqualTo(1);
        assertThat(calls).isEmpty();
    }

    @Test
    void aBrowserThatHasLeftIsToldOnceAndTheRequestIsCompleted() throws IOException {
        openAndReady();
        out.breakOff();

        says("a");
        says("b");
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

        says("a");

        assertThat(calls).containsExactly("gone");
        assertThat(async.completed).isEqualTo(1);
    }

    @Test
    void aBeatIsWrittenOnlyWhileNothingElseWaits() throws IOException {
        openAndReady();
        beat();
        assertThat(out.writes).containsExactly(":\n\n");

        out.room(0);
        says("a");
        beat();
        out.possible(UNLIMITED);

        assertThat(out.writes).containsExactly(":\n\n", delta("a"));
    }

    @Test
    void beatsDoNotPileUpForABrowserThatTakesNothing() throws IOException {
        openAndReady();
        out.room(0);
        for (int beat = 0; beat < 100; beat++) {
            beat();
        }
        out.possible(UNLIMITED);

        assertThat(out.writes).containsExactly(":\n\n");
    }

    @Test
    void aBeatFindsOutThatTheBrowserHasLeft() throws IOException {
        openAndReady();
        out.breakOff();

        beat();

        assertThat(calls).containsExactly("gone");
    }

    @Test
    void whoKeepsUpIsReadyAtOnce() throws IOException {
        openAndReady();
        says("a");

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

        says("y");
        assertThat(calls).as("only once").containsExactly("more");
    }

    @Test
    void whoIsBehindByLessIsNotSlowed() throws IOException {
        openAndReady();
        out.room(0);
        says("x".repeat(EventStream.BEHIND - 100));

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
        says("a");
        assertThat(out.hasWaiter()).isTrue();
        out.room(UNLIMITED);

        says("b");

        assertThat(out.writes).as("until the container calls").isEmpty();
        out.possible(UNLIMITED);
        assertThat(out.writes).containsExactly(delta("a") + delta("b"));
    }

    @Test
    void whatOneReadOfTheProviderBroughtIsOneWrite() throws IOException {
        openAndReady();

        says("a", "b", "c");

        assertThat(out.writes).containsExactly(delta("a") + delta("b") + delta("c"));
        assertThat(out.flushes).isEqualTo(1);
    }

    @Test
    void textThatNobodyAsksToBeWrittenIsWrittenAtTheNextTick() throws IOException {
        openAndReady();
        stream.accept(Events.delta("a"));
        assertThat(out.writes).isEmpty();

        stream.tick();

        assertThat(out.writes).containsExactly(delta("a"));
    }

    @Test
    void theEndIsWrittenAtOnceWithWhatCameBeforeIt() throws IOException {
        openAndReady();
        stream.accept(Events.delta("a"));
        stream.accept(Events.FAILED);

        assertThat(out.text()).startsWith(delta("a") + "event: error\n");
        assertThat(async.completed).isEqualTo(1);
    }

    @Test
    void onlyASilentStreamGetsABeat() throws IOException {
        openAndReady();
        nanos += EventStream.SILENCE.toNanos() - 1;
        stream.tick();
        assertThat(out.writes).as("too early").isEmpty();

        says("a");
        tickAfter(EventStream.SILENCE.minusNanos(1));
        assertThat(out.writes).as("text is as good as a beat").containsExactly(delta("a"));

        tickAfter(Duration.ofNanos(1));
        assertThat(out.writes).containsExactly(delta("a"), ":\n\n");
    }

    @Test
    void aBrowserThatTakesNothingForLongerThanTheAnswersPatienceIsGivenUp() throws IOException {
        openAndReady();
        out.room(0);
        says("a");
        assertThat(tickAfter(FakeAnswering.PATIENCE.minusNanos(1))).isEqualTo(EventStream.State.RUNNING);

        assertThat(tickAfter(Duration.ofNanos(1))).isEqualTo(EventStream.State.DROPPED);
        assertThat(stream.tick()).isEqualTo(EventStream.State.OVER);

        assertThat(calls).containsExactly("gone");
        assertThat(async.completed).isEqualTo(1);
    }

    @Test
    void aBrowserForWhichNothingWaitsIsNotGivenUp() throws IOException {
        openAndReady();

        for (int i = 0; i < 10; i++) {
            assertThat(tickAfter(FakeAnswering.PATIENCE)).isEqualTo(EventStream.State.RUNNING);
        }

        assertThat(calls).isEmpty();
    }

    @Test
    void whileAWriteWaitsForItsBrowserNobodyElseWaits() throws Exception {
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try {
            EventStream held = new EventStream(writer, () -> nanos);
            held.open(async.context, out, new FakeAnswering(() -> calls.add("gone")));
            CountDownLatch read = out.stall();
            out.possible(UNLIMITED);
            held.accept(Events.META);
            out.awaitStalled();

            nanos += EventStream.STUCK.toNanos() + 1;
            held.accept(Events.delta("x".repeat(EventStream.BEHIND)));
            held.whenReady(() -> calls.add("more"));
            assertThat(calls).as("the provider is held back").isEmpty();
            assertThat(held.tick()).isEqualTo(EventStream.State.STUCK);
            nanos += FakeAnswering.PATIENCE.toNanos();
            assertThat(held.tick()).isEqualTo(EventStream.State.DROPPED);
            assertThat(calls).as("the answer ends though the write does not").containsExactly("gone", "more");
            assertThat(async.completed).as("a writer is within the request").isZero();
            assertThat(held.tick()).as("its thread is still to be made up for").isEqualTo(EventStream.State.STUCK);

            read.countDown();
            writer.shutdown();
            assertThat(writer.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
            assertThat(async.completed).isEqualTo(1);
            assertThat(held.tick()).isEqualTo(EventStream.State.OVER);
        } finally {
            writer.shutdownNow();
        }
    }

    @Test
    void aWriteThatLacksOnlyProcessorTimeWaitsForNobody() throws Exception {
        ExecutorService writer = Executors.newSingleThreadExecutor();
        AtomicBoolean busy = new AtomicBoolean(true);
        CountDownLatch writing = new CountDownLatch(1);
        try {
            EventStream late = new EventStream(writer, () -> nanos);
            late.open(async.context, out, new FakeAnswering(() -> calls.add("gone")));
            out.onWrite(() -> {
                writing.countDown();
                while (busy.get()) {
                    Thread.onSpinWait();
                }
            });
            out.possible(UNLIMITED);
            late.accept(Events.META);
            writing.await();

            nanos += EventStream.STUCK.toNanos() + 1;
            assertThat(late.tick())
                    .as("another writer would have no more of it")
                    .isEqualTo(EventStream.State.RUNNING);
        } finally {
            busy.set(false);
            writer.shutdown();
            assertThat(writer.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void textBeyondAsciiIsWrittenAsUtf8() throws IOException {
        openAndReady();

        says("Größe 😀");

        assertThat(out.text()).isEqualTo(delta("Größe 😀"));
    }
}
