package erp.assistant.impl.provider;

import erp.assistant.chat.ProviderFault.Kind;
import java.time.Duration;

/** When a request was begun and when it left, and whether this process was behind with it. Safe for use by many threads. */
final class RequestTiming {

    private final boolean throughProxy;
    private final OwnDelay ownDelay;

    private volatile long beganNanos;
    private volatile long leftNanos;
    private volatile boolean sent;

    RequestTiming(boolean throughProxy, OwnDelay ownDelay) {
        this.throughProxy = throughProxy;
        this.ownDelay = ownDelay;
    }

    void begins() {
        beganNanos = System.nanoTime();
    }

    void leaves() {
        leftNanos = System.nanoTime();
        sent = true;
        boolean unused = wasBehind();
    }

    /** Whether the request has left, so that it may cost something. */
    boolean sent() {
        return sent;
    }

    /** How long the provider has been waited for. */
    Duration waited() {
        return sent ? Duration.ofNanos(System.nanoTime() - leftNanos) : Duration.ZERO;
    }

    /** Whether connecting has taken so long that this process must have been behind; a proxy may take any time. */
    boolean wasBehind() {
        return !throughProxy && ownDelay.connecting(Duration.ofNanos(System.nanoTime() - beganNanos));
    }

    /** Whether it says nothing about the provider that time was over. */
    boolean isOurDelay(Kind kind) {
        // The HTTP client limits connecting, unless a proxy does it: it would have ended this long before.
        boolean clientHadNoTime = !sent && !throughProxy && kind == Kind.FIRST_CONTENT_TIMEOUT;
        return clientHadNoTime || (!sent && wasBehind()) || ownDelay.lasts();
    }
}
