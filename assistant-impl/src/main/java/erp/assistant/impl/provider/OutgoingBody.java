package erp.assistant.impl.provider;

import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/**
 * A request's JSON text, which says when it leaves: the JDK's client takes a body once there is a connection for it, and not while
 * the request waits for one.
 */
final class OutgoingBody implements HttpRequest.BodyPublisher {

    private final HttpRequest.BodyPublisher text;
    private final Runnable leaving;

    /** @param leaving runs on whichever thread sends; again if the client has to send anew */
    OutgoingBody(String text, Runnable leaving) {
        this.text = HttpRequest.BodyPublishers.ofString(text);
        this.leaving = leaving;
    }

    @Override
    public long contentLength() {
        return text.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        leaving.run();
        text.subscribe(subscriber);
    }
}
