package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamTestResourceTest {

    private long now = 5;
    private final StreamTestResource resource = new StreamTestResource(() -> now, until -> now = until);

    /** What has been written by each flush. */
    private static final class Flushes extends ByteArrayOutputStream {
        private final List<String> flushed = new ArrayList<>();

        @Override
        public void flush() {
            flushed.add(toString(StandardCharsets.UTF_8));
            reset();
        }
    }

    @Test
    void eachEventIsFlushedWhenItIsDueAndSaysWhenThatWas() throws IOException {
        Flushes out = new Flushes();

        resource.write(out);

        assertThat(out.flushed).hasSize(StreamTestResource.EVENTS);
        assertThat(out.flushed.get(0)).isEqualTo("event: beat\ndata: {\"millis\":0}\n\n");
        assertThat(out.flushed.get(9)).isEqualTo("event: beat\ndata: {\"millis\":900}\n\n");
    }

    @Test
    void anEventThatIsLateSaysSo() throws IOException {
        StreamTestResource slow = new StreamTestResource(() -> now, until -> now = until + 7_000_000);
        Flushes out = new Flushes();

        slow.write(out);

        assertThat(out.flushed.get(1)).contains("{\"millis\":107}");
    }

    @Test
    void aBrowserThatLeavesEndsIt() {
        OutputStream left = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("the browser has left");
            }
        };

        assertThatThrownBy(() -> resource.write(left)).hasMessage("the browser has left");
        assertThat(now).as("nothing was waited for").isEqualTo(5);
    }
}
