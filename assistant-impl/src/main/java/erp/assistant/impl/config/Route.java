package erp.assistant.impl.config;

import java.util.List;

/**
 * The way over the network to a provider.
 *
 * @param proxy where requests go instead of to the provider itself
 * @param authorities PEM text of certificates that are trusted beside the JVM's own, one text a certificate
 * @param onlyHttp11 whether HTTP/2 is not used even where the provider offers it
 */
public record Route(Proxy proxy, List<String> authorities, boolean onlyHttp11) {

    /** What is used unless something else is configured. */
    public static final Route USUAL = new Route(new Proxy.OfTheJvm(), List.of(), false);

    public Route {
        authorities = List.copyOf(authorities);
    }

    /** Whether and where a forward proxy stands in between. */
    public sealed interface Proxy {

        /** What the JVM's system properties say. */
        record OfTheJvm() implements Proxy {}

        /** None, whatever the JVM's system properties say. */
        record None() implements Proxy {}

        /** A forward proxy that is spoken to over plain HTTP. */
        record At(String host, int port) implements Proxy {
            public At {
                if (host.isEmpty() || port < 1 || port > 65_535) {
                    throw new IllegalArgumentException("no address of a proxy");
                }
            }
        }
    }
}
