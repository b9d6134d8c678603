package erp.assistant.impl.provider.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.provider.StreamsInProcess;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stream keeps does not grow with what it has read. */
class MemoryOfBigEventsTest {

    private static final int OPEN = 50;
    private static final long MEGABYTE = 1024 * 1024;

    private final StreamsInProcess streams = new StreamsInProcess();

    @AfterEach
    void stop() {
        streams.close();
    }

    /** A reader that forgets the text, as a browser's buffer does. */
    private static final class Forgetful implements erp.assistant.chat.ChatSink {
        private final erp.assistant.chat.Cancellation cancellation = new erp.assistant.chat.Cancellation();

        @Override
        public void accept(erp.assistant.chat.ChatEvent event) {}

        @Override
        public erp.assistant.chat.Cancellation cancellation() {
            return cancellation;
        }
    }

    private static final class Endless implements Flow.Subscription {
        private boolean cancelled;

        @Override
        public void request(long count) {}

        @Override
        public void cancel() {
            cancelled = true;
        }
    }

    @Test
    void openStreamsKeepNothingOfTheTwoMegabytesTheyHaveRead() {
        OddText big = OddText.ofBytes(Mutation.BIG_BYTES);
        Item event = Wording.of(Dialect.ANTHROPIC).text(big.inQuotes(), big.said());
        byte[] bytes = Framed.plainly(List.of(event), "\n").bytes();
        List<StreamsInProcess.Begun> open = new ArrayList<>();
        long before = used();

        for (int i = 0; i < OPEN; i++) {
            StreamsInProcess.Begun begun = streams.begin(Dialect.ANTHROPIC, new Forgetful());
            begun.body().onSubscribe(new Endless());
            begun.body().onNext(List.of(ByteBuffer.wrap(bytes)));
            open.add(begun);
        }

        assertThat(used() - before).isLessThan(OPEN * MEGABYTE / 2);
        assertThat(open)
                .allSatisfy(
                        begun -> assertThat(begun.stage().toCompletableFuture()).isNotDone());
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"data: x", ": comment", "event: e", "x"})
    void aLineWithoutEndIsGivenUp(String begin) {
        StreamsInProcess.Begun begun = streams.begin(Dialect.OPENAI, new Forgetful());
        Endless connection = new Endless();
        begun.body().onSubscribe(connection);
        begun.body().onNext(List.of(ByteBuffer.wrap(begin.getBytes(UTF_8))));
        byte[] more = new byte[64 * 1024];
        Arrays.fill(more, (byte) 'x');

        int megabytes = 0;
        for (int i = 0; i < 16 * 64 && !connection.cancelled; i++) {
            begun.body().onNext(List.of(ByteBuffer.wrap(more)));
            megabytes = i / 16;
        }

        assertThat(megabytes).isLessThan(5);
        assertThatThrownBy(() -> begun.stage().toCompletableFuture().join())
                .cause()
                .isInstanceOfSatisfying(
                        ProviderFault.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.MALFORMED));
    }

    @Test
    void anEventOfEndlessDataLinesIsGivenUp() {
        FuzzSink sink = new FuzzSink(new SplittableRandom(1), false);
        StreamsInProcess.Begun begun = streams.begin(Dialect.OPENAI, sink);
        Endless connection = new Endless();
        begun.body().onSubscribe(connection);
        byte[] lines = "data: x\ndata\n".repeat(5_000).getBytes(UTF_8);

        int read = 0;
        for (; read < 2_000 && !connection.cancelled; read++) {
            begun.body().onNext(List.of(ByteBuffer.wrap(lines)));
        }

        assertThat(read).isLessThan(2_000);
        assertThat(begun.stage().toCompletableFuture()).isCompletedExceptionally();
    }
}
