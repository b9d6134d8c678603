package erp.assistant.impl.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseReaderTest {

    private final List<String> events = new ArrayList<>();
    private final SseReader reader =
            new SseReader((name, data, length) -> events.add(name + "|" + new String(data, 0, length, UTF_8)));

    private void read(String text) {
        reader.read(ByteBuffer.wrap(text.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void linesMayEndInAnyOfTheThreeWays(String end) {
        read("event: a" + end + "data: 1" + end + end + "data:2" + end + end);

        assertThat(events).containsExactly("a|1", "|2");
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        read("\uFEFFdata: 1\n\n");

        assertThat(events).containsExactly("|1");
    }

    @Test
    void aByteOrderMarkAloneBeforeAnEventIsPassedOver() {
        read("\uFEFF\ndata: 1\n\n");

        assertThat(events).containsExactly("|1");
    }

    @Test
    void commentsAndOtherFieldsArePassedOver() {
        read(": ping\n\nid: 7\nretry: 10\ndatax: no\ndata: 1\n:x\n\n");

        assertThat(events).containsExactly("|1");
    }

    @Test
    void dataLinesAreJoinedByLineFeeds() {
        read("data: a\ndata\ndata:  b\n\n");

        assertThat(events).containsExactly("|a\n\n b");
    }

    @Test
    void anEventWithoutDataIsNoneAndItsNameIsForgotten() {
        read("event: a\n\ndata: 1\n\n");

        assertThat(events).containsExactly("|1");
    }

    @Test
    void anEventCutOffByTheEndIsNone() {
        read("data: 1\n\ndata: 2\n");

        assertThat(events).containsExactly("|1");
    }

    @Test
    void aHandlerThatHasEnoughIsToldNoMore() {
        List<String> some = new ArrayList<>();
        SseReader early = new SseReader((name, data, length) -> {
            some.add(new String(data, 0, length, UTF_8));
            return false;
        });

        early.read(ByteBuffer.wrap("data: 1\n\ndata: 2\n\n".getBytes(UTF_8)));

        assertThat(some).containsExactly("1");
    }

    @Test
    void aLongEventIsReadWhole() {
        String data = "é".repeat(100_000);

        read("data: " + data + "\n\ndata: 1\n\n");

        assertThat(events).containsExactly("|" + data, "|1");
    }

    @Test
    void anEndlessLineIsMalformed() {
        assertThatThrownBy(() -> read("data: " + "x".repeat(SseReader.MOST_EVENT_BYTES + 1)))
                .isInstanceOf(MalformedStreamException.class)
                .hasMessage("an event is longer than 4194304 bytes");
    }

    @Test
    void anEndlessEventIsMalformed() {
        assertThatThrownBy(() -> read(("data: " + "x".repeat(1000) + "\n").repeat(5000)))
                .isInstanceOf(MalformedStreamException.class);
    }

    @Test
    void theEventsAreTheSameHoweverTheBytesAreCut() {
        Random random = new Random(4711);
        String[] ends = {"\n", "\r", "\r\n"};
        for (int stream = 0; stream < 2_000; stream++) {
            StringBuilder text = new StringBuilder();
            List<String> expected = new ArrayList<>();
            String end = ends[random.nextInt(ends.length)];
            for (int i = random.nextInt(6); i >= 0; i--) {
                String data = "grün 🛢 " + "x".repeat(random.nextInt(40));
                String name = random.nextBoolean() ? "delta" : "";
                text.append(name.isEmpty() ? "" : "event: " + name + end);
                text.append(": ping").append(end);
                text.append("data: ").append(data).append(end).append(end);
                expected.add(name + "|" + data);
            }
            assertThat(readInPieces(text.toString(), random))
                    .as("stream %d", stream)
                    .isEqualTo(expected);
        }
    }

    private static List<String> readInPieces(String text, Random random) {
        List<String> found = new ArrayList<>();
        SseReader pieces =
                new SseReader((name, data, length) -> found.add(name + "|" + new String(data, 0, length, UTF_8)));
        byte[] bytes = text.getBytes(UTF_8);
        int at = 0;
        while (at < bytes.length) {
            int count = Math.min(bytes.length - at, 1 + random.nextInt(9));
            pieces.read(ByteBuffer.wrap(bytes, at, count));
            at += count;
        }
        return found;
    }
}
