package erp.assistant.impl.provider;

import erp.assistant.chat.ChatRequest;
import erp.assistant.impl.config.ProviderSettings;
import java.net.URI;
import java.util.Map;

/** A provider's wire protocol: how requests are worded and events are read. Immutable, safe for use by many threads. */
public interface WireDialect {

    /** The address of the endpoint, the same for answers that stream and answers that come whole. */
    URI endpoint(ProviderSettings provider);

    /** The headers that carry the key and the protocol's version; they hold a secret. */
    Map<String, String> headers(ProviderSettings provider);

    /** The request's JSON text; the provider's settings say whether it asks for a stream. */
    String body(ProviderSettings provider, ChatRequest request);

    /** A reader for the events of one stream. */
    EventDecoder decoder();

    /** A reader for an answer that does not stream: it is called once, with the whole answer and no name. */
    EventDecoder wholeDecoder();

    /** A base URL with the dialect's path; one that ends in {@code /v1} is taken as it is. */
    static URI below(URI baseUrl, String path) {
        String base = baseUrl.toString();
        while (base.endsWith("/")) {
            base = base.substring(0, base.length() - 1);
        }
        return URI.create(base.endsWith("/v1") ? base + path : base + "/v1" + path);
    }
}
