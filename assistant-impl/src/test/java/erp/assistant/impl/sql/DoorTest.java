package erp.assistant.impl.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoorTest {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Door door = new Door();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void shutsOnlyWhileNobodyIsInside() {
        door.enter();

        assertThat(door.shut(AT_ONCE)).isFalse();
        door.leave();
        assertThat(door.shut(AT_ONCE)).isTrue();
        assertThat(door.shut(AT_ONCE)).as("by a second one").isFalse();
        door.open();
        assertThat(door.shut(AT_ONCE)).isTrue();
    }

    @Test
    void shutsAsSoonAsTheLastOneHasLeft() throws InterruptedException, ExecutionException, TimeoutException {
        door.enter();
        door.enter();
        Future<Boolean> shut = threads.submit(() -> door.shut(LONG));

        door.leave();
        assertThat(shut).isNotDone();
        door.leave();
        assertThat(shut.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoComesWhileItIsShutWaitsEvenIfInterrupted()
            throws InterruptedException, ExecutionException, TimeoutException {
        assertThat(door.shut(AT_ONCE)).isTrue();
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        Future<Boolean> entered = threads.submit(() -> {
            thread.complete(Thread.currentThread());
            door.enter();
            return Thread.interrupted();
        });
        Thread waiting = thread.get();

        waiting.interrupt();
        while (waiting.isInterrupted()) {
            Thread.onSpinWait();
        }
        assertThat(entered).isNotDone();
        door.open();
        assertThat(entered.get(20, TimeUnit.SECONDS)).as("still interrupted").isTrue();
    }

    /** Which would never end if it waited for the one who waits for it. */
    @Test
    void whoIsInsideAndEntersAgainIsHeldUpForAMomentOnly()
            throws InterruptedException, ExecutionException, TimeoutException {
        door.enter();
        Future<Boolean> shut = threads.submit(() -> door.shut(Duration.ofMillis(300)));

        door.enter();
        assertThat(shut.get(20, TimeUnit.SECONDS)).isFalse();
        door.leave();
        door.leave();
        assertThat(door.shut(AT_ONCE)).isTrue();
    }

    @Test
    void whoOnlyAsksIsToldWhetherItIsOpenSoonEnough()
            throws InterruptedException, ExecutionException, TimeoutException {
        assertThat(door.awaitOpen(AT_ONCE)).isTrue();
        assertThat(door.shut(AT_ONCE)).isTrue();

        assertThat(door.awaitOpen(AT_ONCE)).isFalse();
        Future<Boolean> asked = threads.submit(() -> door.awaitOpen(LONG));
        door.open();
        assertThat(asked.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoAsksWhileItIsAboutToBeShutIsNotHeldUp() {
        door.enter();
        threads.submit(() -> door.shut(LONG));

        assertThat(door.awaitOpen(AT_ONCE)).isTrue();
        door.leave();
    }
}
