package erp.assistant.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Events at an even pace, by whose arrival an admin's browser tells whether a proxy on the way holds answers back. They have the type
 * and the headers of an answer.
 */
@Path("admin/stream-test")
@Singleton
@RolesAllowed(HttpApi.ADMIN)
public class StreamTestResource {

    static final int EVENTS = 10;
    static final Duration PACE = Duration.ofMillis(100);

    /** Waits until a moment of the clock. */
    interface Waiting {
        void until(long nanos);
    }

    private final LongSupplier nanoTime;
    private final Waiting waiting;

    public StreamTestResource() {
        this(System::nanoTime, StreamTestResource::park);
    }

    StreamTestResource(LongSupplier nanoTime, Waiting waiting) {
        this.nanoTime = nanoTime;
        this.waiting = waiting;
    }

    /** Ten events {@code beat}, 100 ms apart, each with the milliseconds since the first; takes a second of a request's thread. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public StreamingOutput beats() {
        return this::write;
    }

    void write(OutputStream out) throws IOException {
        long first = nanoTime.getAsLong();
        for (int i = 0; i < EVENTS; i++) {
            waiting.until(first + i * PACE.toNanos());
            String data = WebJson.object()
                    .add(
                            "millis",
                            Duration.ofNanos(nanoTime.getAsLong() - first).toMillis())
                    .build()
                    .toString();
            out.write(("event: beat\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private static void park(long until) {
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
