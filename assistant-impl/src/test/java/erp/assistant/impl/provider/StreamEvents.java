package erp.assistant.impl.provider;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Gives a decoder the events of a whole stream, cut by the reader that cuts those of the network. */
public final class StreamEvents {

    private StreamEvents() {}

    public static RecordedSignals read(String stream, EventDecoder decoder) {
        RecordedSignals signals = new RecordedSignals();
        SseReader reader = new SseReader((name, data, length) -> {
            decoder.read(name, new String(data, 0, length, StandardCharsets.UTF_8), signals);
            return true;
        });
        reader.read(ByteBuffer.wrap(stream.getBytes(StandardCharsets.UTF_8)));
        return signals;
    }
}
