package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class OpenStreamsTest {

    private final OpenStreams streams = new OpenStreams();
    private final FakeOutput out = new FakeOutput();

    private EventStream open(FakeOutput output, FakeAsync async) throws IOException {
        EventStream stream = new EventStream();
        stream.open(async.context, output, () -> {});
        output.possible(Integer.MAX_VALUE);
        streams.watch(stream);
        return stream;
    }

    @Test
    void eachOpenStreamGetsItsBeat() throws IOException {
        open(out, new FakeAsync());

        streams.beat();

        assertThat(out.text()).isEqualTo(":\n\n");
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
        open(out, new FakeAsync());

        streams.beat();

        assertThat(out.text()).isEqualTo(":\n\n");
    }
}
