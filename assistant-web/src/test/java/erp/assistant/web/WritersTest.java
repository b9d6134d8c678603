package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WritersTest {

    @Test
    void aWriterThatWaitsForItsBrowserIsMadeUpForByAnother() throws InterruptedException {
        try (Writers writers = new Writers(1, Executors.defaultThreadFactory())) {
            CountDownLatch browser = new CountDownLatch(1);
            CountDownLatch stuck = new CountDownLatch(1);
            CountDownLatch written = new CountDownLatch(1);
            writers.execute(() -> {
                stuck.countDown();
                await(browser);
            });
            stuck.await();
            writers.execute(written::countDown);
            assertThat(written.getCount()).as("nobody is there to write").isEqualTo(1);

            writers.makeUpFor(1);

            assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();
            browser.countDown();
        }
    }

    @Test
    void whatComesAfterTheEndIsWrittenByWhoeverBringsIt() {
        Writers writers = new Writers(1, Executors.defaultThreadFactory());
        writers.close();
        Thread[] wrote = new Thread[1];

        writers.execute(() -> wrote[0] = Thread.currentThread());

        assertThat(wrote[0]).isSameAs(Thread.currentThread());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
