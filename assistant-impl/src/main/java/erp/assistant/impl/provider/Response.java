package erp.assistant.impl.provider;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What a provider responds: its head, and its body as that arrives. Its body is read by one thread at a time.
 *
 * <p>What is read goes to the progress; what ends the stream before its time is returned.
 */
final class Response {

    private final EventDecoder decoder;
    private final StreamProgress progress;
    private final ProviderWords words;
    private final JsonText json;
    private final BooleanSupplier goesOn;
    private final SseReader events = new SseReader(this::event);
    private final TextShape shape = new TextShape();
    private final ErrorBody errorBody = new ErrorBody();
    private final BoundedBytes whole = new BoundedBytes(SseReader.MOST_EVENT_BYTES);

    private volatile ResponseHead head = ResponseHead.NONE;
    private volatile BodyKind kind = BodyKind.EVENTS;

    /** @param goesOn whether the stream has not been ended by somebody else */
    Response(
            EventDecoder decoder, StreamProgress progress, ProviderWords words, JsonText json, BooleanSupplier goesOn) {
        this.decoder = decoder;
        this.progress = progress;
        this.words = words;
        this.json = json;
        this.goesOn = goesOn;
    }

    /** The head, or {@link ResponseHead#NONE} until it has arrived. */
    ResponseHead head() {
        return head;
    }

    /** Takes the head; no body will follow that anybody reads. */
    Ending only(ResponseHead arrived) {
        head = arrived;
        return arrived.refused() ? refusal() : unasked();
    }

    /** Takes the head, a body will follow; returns how the stream ends if it is nothing that was asked for. */
    Optional<Ending> begins(ResponseHead arrived) {
        head = arrived;
        Optional<BodyKind> known = BodyKind.of(arrived, streaming());
        known.ifPresent(is -> kind = is);
        return known.isPresent() ? Optional.empty() : Optional.of(unasked());
    }

    /** Whether the next bytes may be something to show. */
    boolean mayShow() {
        return kind == BodyKind.EVENTS && !progress.ended();
    }

    /**
     * Reads the next bytes.
     *
     * @throws MalformedStreamException if they break the protocol
     */
    Optional<Ending> take(ByteBuffer buffer) {
        return switch (kind) {
            case REFUSAL, UNASKED -> errorBody.add(buffer) ? Optional.empty() : Optional.of(tooLong());
            case WHOLE ->
                whole.add(buffer)
                        ? Optional.empty()
                        : Optional.of(Ending.malformed("an answer that is too long to read"));
            case EVENTS -> takeEvents(buffer);
        };
    }

    private Ending tooLong() {
        return head.refused() ? Ending.malformed("a refusal that is too long to read") : unasked();
    }

    private Optional<Ending> takeEvents(ByteBuffer buffer) {
        if (!open()) {
            return Optional.empty();
        }
        events.read(buffer);
        return toldError();
    }

    private boolean open() {
        return !progress.ended() && goesOn.getAsBoolean();
    }

    private boolean event(String name, byte[] data, int length) {
        String text = shape.textOf(name, data, length);
        if (text != null) {
            progress.text(text);
        } else {
            read(name, data, length);
        }
        return open();
    }

    private void read(String name, byte[] data, int length) {
        progress.nextEvent();
        decoder.read(name, new String(data, 0, length, StandardCharsets.UTF_8), progress);
        String text = progress.onlyText();
        if (!text.isEmpty() && !decoder.textMember().isEmpty()) {
            shape.learn(name, data, length, decoder.textMember(), text);
        }
    }

    private Optional<Ending> toldError() {
        ErrorWord error = progress.error();
        if (error == null) {
            return Optional.empty();
        }
        String where = kind == BodyKind.EVENTS ? "stream" : "response";
        return Optional.of(new Ending(
                FaultKinds.inStream(error), "told an error in the " + where + words.named(error), false, null));
    }

    /**
     * Reads what could not be read as it came: no more bytes will come.
     *
     * @throws MalformedStreamException if it breaks the protocol
     */
    Optional<Ending> complete() {
        if (kind == BodyKind.UNASKED) {
            Optional<ErrorWord> error = errorBody.error(json);
            if (error.isEmpty()) {
                return Optional.of(unasked());
            }
            progress.error(error.get());
        } else if (kind == BodyKind.WHOLE && !whole.isEmpty()) {
            decoder.read("", whole.text(), progress);
        }
        return toldError();
    }

    /** How the stream ends if the body is over and nothing else has ended it. */
    Ending over() {
        return kind == BodyKind.WHOLE ? Ending.OF_WHOLE : Ending.OF_STREAM;
    }

    /** A refusal stays one however its body ends. */
    Ending refusal() {
        return refusal(errorBody.word(json));
    }

    Ending refusal(ErrorWord error) {
        return new Ending(
                FaultKinds.of(head.status(), error), "answered " + head.status() + words.named(error), false, null);
    }

    private Ending unasked() {
        return Ending.malformed("status " + head.status() + " without " + BodyKind.asked(streaming()));
    }

    private boolean streaming() {
        return words.provider().streaming();
    }
}
