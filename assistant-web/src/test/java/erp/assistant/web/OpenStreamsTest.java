package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenStreamsTest {

    private final OpenStreams streams = new OpenStreams();
    private final List<EventStream> opened = new ArrayList<>();
    private long nanos;

    @AfterEach
    void stop() {
        streams.stop();
    }

    private void open(FakeOutput output, FakeAsync async) throws IOException {
        EventStream stream = new EventStream(Runnable::run, () -> nanos);
        stream.open(async.context, output, new FakeAnswering(() -> {}));
        output.possible(Integer.MAX_VALUE);
        opened.add(stream);
    }

    /** One tick over all of them after a silence. */
    private void beat() {
        nanos += EventStream.SILENCE.toNanos();
        streams.tick(opened);
    }

    @Test
    void eachOpenStreamGetsItsBeat() throws IOException {
        FakeOutput one = new FakeOutput();
        FakeOutput two = new FakeOutput();
        open(one, new FakeAsync());
        open(two, new FakeAsync());

        beat();

        assertThat(one.text()).isEqualTo(":\n\n");
        assertThat(two.text()).isEqualTo(":\n\n");
    }

    @Test
    void aStreamThatFailsDoesNotTakeTheBeatFromTheOthers() throws IOException {
        for (int i = 0; i < 5; i++) {
            FakeOutput broken = new FakeOutput();
            FakeAsync async = new FakeAsync();
            async.refuses = true;
            open(broken, async);
            broken.breakOff();
        }
        FakeOutput out = new FakeOutput();
        open(out, new FakeAsync());

        beat();

        assertThat(out.text()).isEqualTo(":\n\n");
    }

    @Test
    void aStreamThatIsOverIsForgotten() throws IOException {
        FakeOutput out = new FakeOutput();
        open(out, new FakeAsync());
        out.breakOff();

        beat();
        beat();

        assertThat(opened).isEmpty();
    }
}
