package erp.assistant.impl.provider;

import erp.assistant.chat.ProviderFault.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why reading a response ended.
 *
 * @param kind the fault that it is, unless the provider had said before how the answer ends
 * @param what completes the sentence that begins with the provider's name
 * @param connectionOver whether the connection needs no closing any more
 * @param late whether this process had no time when it was to be found out, so that it says nothing about the provider
 */
record Ending(
        Kind kind,
        String what,
        boolean connectionOver,
        boolean late,
        @Nullable Throwable cause) {

    static final Ending OF_STREAM =
            new Ending(Kind.TRUNCATED, "ended the stream without its terminal event", true, null);
    static final Ending OF_WHOLE =
            new Ending(Kind.TRUNCATED, "ended the response without a word on how the answer ended", true, null);
    static final Ending CANCELLED = new Ending(Kind.CANCELLED, "was stopped: the asker has gone", false, null);

    Ending(Kind kind, String what, boolean connectionOver, @Nullable Throwable cause) {
        this(kind, what, connectionOver, false, cause);
    }

    static Ending expired(Kind kind, boolean late) {
        String what = switch (kind) {
            case FIRST_CONTENT_TIMEOUT -> "sent no first content in time";
            case IDLE_TIMEOUT -> "sent no further content in time";
            default -> "did not end the answer before the deadline";
        };
        return new Ending(kind, what, false, late, null);
    }

    static Ending malformed(String why) {
        return new Ending(Kind.MALFORMED, "broke the protocol: " + why, false, null);
    }

    static Ending readerFailed(@Nullable Throwable cause) {
        return new Ending(Kind.CANCELLED, "was stopped: the reader failed", false, cause);
    }

    /**
     * What the HTTP client says.
     *
     * @param sent whether the request had left
     * @param answering whether the response's head had arrived
     * @param late whether the time to connect was over long before the client said so
     */
    static Ending transport(Throwable failure, boolean sent, boolean answering, boolean late) {
        Throwable cause = unwrapped(failure);
        String name = cause.getClass().getSimpleName();
        boolean brokeOffEarly = !sent && cause instanceof IOException && !(cause instanceof ProtocolException);
        if (!answering && (brokeOffEarly || noConnection(cause))) {
            boolean overdue = late && cause instanceof HttpConnectTimeoutException;
            return new Ending(Kind.CONNECT, "could not be reached: " + word(cause), true, overdue, cause);
        }
        // No cause from here on: the HTTP client quotes bytes of a response in some of its messages.
        if (cause instanceof ProtocolException || !(cause instanceof IOException)) {
            return new Ending(Kind.MALFORMED, "broke the protocol: " + name, true, null);
        }
        return new Ending(Kind.TRUNCATED, "broke the connection: " + name, true, null);
    }

    /**
     * Whether the provider's HTTP/2 connection carries as many streams as the provider allows, so that nothing was sent.
     *
     * <p>The JDK's client says so in these words only, and opens no further connection (JDK 17 to 25).
     */
    static boolean noFreeStream(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException && "too many concurrent streams".equals(cause.getMessage())) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody waited too long, and nothing else happened. */
    boolean isAboutTime() {
        return switch (kind) {
            case FIRST_CONTENT_TIMEOUT, IDLE_TIMEOUT, TOTAL_TIMEOUT, CANCELLED -> true;
            case CONNECT -> cause instanceof HttpConnectTimeoutException;
            default -> false;
        };
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** What an admin needs to hear first about a certificate; else the failure's own name. */
    private static String word(Throwable failure) {
        if (failure instanceof SSLException) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof CertificateException || cause instanceof CertPathValidatorException) {
                    return "its certificate is not trusted";
                }
            }
        }
        return failure.getClass().getSimpleName();
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
