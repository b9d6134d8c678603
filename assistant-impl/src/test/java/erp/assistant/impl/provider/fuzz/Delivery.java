package erp.assistant.impl.provider.fuzz;

import erp.assistant.impl.provider.StreamsInProcess.Begun;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Flow;

/** Hands bytes to a body subscriber as an HTTP client does: never more than was asked for, and in any pieces. */
final class Delivery implements Flow.Subscription {

    private final Begun begun;
    private final FuzzSink sink;
    private long asked;
    private boolean cancelled;

    Delivery(Begun begun, FuzzSink sink) {
        this.begun = begun;
        this.sink = sink;
    }

    /**
     * Hands over all bytes and ends the body, or stops when the subscriber does not want more.
     *
     * @param mostPiece the most bytes of a buffer
     * @param breaks whether the connection breaks at the end
     * @return empty, or what went wrong
     */
    String run(byte[] bytes, int length, int mostPiece, boolean breaks, SplittableRandom random) {
        begun.body().onSubscribe(this);
        int at = 0;
        while (at < length && !cancelled) {
            if (asked == 0 && !sink.catchUp()) {
                return "never asked for more after " + at + " bytes";
            }
            if (asked > 0) {
                asked--;
                List<ByteBuffer> buffers = new ArrayList<>(3);
                for (int count = 1 + random.nextInt(3); count > 0 && at < length; count--) {
                    int size = Math.min(length - at, 1 + random.nextInt(mostPiece));
                    buffers.add(ByteBuffer.wrap(bytes, at, size).slice().asReadOnlyBuffer());
                    at += size;
                    if (random.nextInt(20) == 0) {
                        buffers.add(ByteBuffer.allocate(0));
                    }
                }
                begun.body().onNext(buffers);
            }
        }
        if (cancelled) {
            return begun.stage().toCompletableFuture().isDone() ? "" : "cancelled, and its stage is open";
        }
        if (breaks) {
            begun.body().onError(new IOException("Connection reset"));
        } else {
            begun.body().onComplete();
        }
        return begun.stage().toCompletableFuture().isDone() ? "" : "the stage is open after the last byte";
    }

    @Override
    public void request(long count) {
        asked += count;
    }

    @Override
    public void cancel() {
        cancelled = true;
    }
}
