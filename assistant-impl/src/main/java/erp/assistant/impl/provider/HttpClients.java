package erp.assistant.impl.provider;

import erp.assistant.impl.config.ProviderSettings;
import erp.assistant.impl.config.Route;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * The JDK's HTTP clients, a few for each way over the network. Safe for use by many threads.
 *
 * <p>Each has one thread, on which all its connections are read. A second one is needed only where one core's worth of reading is
 * not enough.
 */
final class HttpClients {

    /** One thread relays the streams of some two thousand readers. */
    private static final int MOST = 4;

    private final Executor blocking;
    private final Duration connectTimeout;
    private final int each;
    private final Map<Route, List<HttpClient>> clients = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    /** @param blocking for what must not hold up a client's thread */
    HttpClients(Executor blocking, Duration connectTimeout) {
        this.blocking = blocking;
        this.connectTimeout = connectTimeout;
        this.each = Math.min(MOST, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    /** The next client in turn; the first call for a way makes its clients. */
    HttpClient next(Route route) {
        List<HttpClient> all = clients.computeIfAbsent(
                route,
                made -> IntStream.range(0, each).mapToObj(i -> client(made)).toList());
        return all.get(Math.floorMod(turn.getAndIncrement(), all.size()));
    }

    /** Whether a proxy stands in between, for whose answer the client waits without limit. */
    static boolean throughProxy(ProviderSettings provider) {
        Route.Proxy proxy = provider.route().proxy();
        if (!(proxy instanceof Route.Proxy.OfTheJvm)) {
            return proxy instanceof Route.Proxy.At;
        }
        ProxySelector ofTheJvm = ProxySelector.getDefault();
        return ofTheJvm != null
                && ofTheJvm.select(provider.baseUrl()).stream().anyMatch(each -> each.type() != Proxy.Type.DIRECT);
    }

    private HttpClient client(Route route) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .executor(new OnClientThread(blocking))
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(Trust.context(route.authorities()));
        if (route.proxy() instanceof Route.Proxy.At proxy) {
            builder.proxy(ProxySelector.of(InetSocketAddress.createUnresolved(proxy.host(), proxy.port())));
        } else if (route.proxy() instanceof Route.Proxy.None) {
            builder.proxy(HttpClient.Builder.NO_PROXY);
        }
        return builder.build();
    }
}
