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
        Throwable cause = unwrapped(failure);
        String name = cause.getClass().getSimpleName();
        if (!answering && noConnection(cause)) {
            return new Ending(Kind.CONNECT, "could not be reached: " + word(cause), true, cause);
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
