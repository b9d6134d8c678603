package erp.assistant.impl.provider;

import erp.assistant.chat.ProviderFault.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why reading a response ended.
 *
 * @param kind the fault that it is, unless the provider had said before how the answer ends
 * @param what completes the sentence that begins with the provider's name
 * @param connectionOver whether the connection needs no closing any more
 */
record Ending(
        Kind kind,
        String what,
        boolean connectionOver,
        @Nullable Throwable cause) {

    static final Ending OF_STREAM =
            new Ending(Kind.TRUNCATED, "ended the stream without its terminal event", true, null);
    static final Ending OF_WHOLE =
            new Ending(Kind.TRUNCATED, "ended the response without a word on how the answer ended", true, null);
    static final Ending CANCELLED = new Ending(Kind.CANCELLED, "was stopped: the asker has gone", false, null);

    static Ending expired(Kind kind) {
        String what = switch (kind) {
            case FIRST_CONTENT_TIMEOUT -> "sent no first content in time";
            case IDLE_TIMEOUT -> "sent no further content in time";
            default -> "did not end the answer before the deadline";
        };
        return new Ending(kind, what, false, null);
    }

    static Ending malformed(String why) {
        return new Ending(Kind.MALFORMED, "broke the protocol: " + why, false, null);
    }

    static Ending readerFailed(@Nullable Throwable cause) {
        return new Ending(Kind.CANCELLED, "was stopped: the reader failed", false, cause);
    }

    /** @param answering whether the response's head had arrived */
    static Ending transport(Throwable failure, boolean answering) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String name = cause.getClass().getSimpleName();
        if (!answering && noConnection(cause)) {
            return new Ending(Kind.CONNECT, "could not be reached: " + name, true, cause);
        }
        // No cause from here on: the HTTP client quotes bytes of a response in some of its messages.
        if (cause instanceof ProtocolException || !(cause instanceof IOException)) {
            return new Ending(Kind.MALFORMED, "broke the protocol: " + name, true, null);
        }
        return new Ending(Kind.TRUNCATED, "broke the connection: " + name, true, null);
    }

    private static boolean noConnection(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || cause instanceof UnresolvedAddressException
                || cause instanceof SSLException;
    }
}
