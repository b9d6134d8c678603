package erp.assistant.benchmark.load;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The request by which one target is asked.
 *
 * @param uri its address; the host must be a numeric address
 * @param headers besides {@code Host}, {@code Content-Type}, {@code Accept} and {@code Content-Length}
 * @param body JSON; {@link #NUMBER} in it becomes the request's own ten digits, so that no two questions are alike
 */
public record Ask(URI uri, Map<String, String> headers, String body) {

    public static final String NUMBER = "{n}";

    /** The question that all targets are asked. */
    public static final String QUESTION = "Why is order " + NUMBER + " late?";

    private static final int DIGITS = 10;
    private static final Pattern ASKED = Pattern.compile("Why is order (\\d{" + DIGITS + "}) late\\?");

    public Ask {
        headers = Map.copyOf(headers);
        if (!body.contains(NUMBER)) {
            throw new IllegalArgumentException(
                    "A body without " + NUMBER + " would ask the same thing again and again.");
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress(uri.getHost(), uri.getPort());
    }

    ByteBuffer bytes(long number) {
        byte[] content = body.replace(NUMBER, digits(number)).getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("POST " + uri.getRawPath() + " HTTP/1.1\r\nHost: " + uri.getAuthority());
        headers.forEach(
                (name, value) -> head.append("\r\n").append(name).append(": ").append(value));
        head.append("\r\nContent-Type: application/json\r\nAccept: text/event-stream\r\nContent-Length: ")
                .append(content.length)
                .append("\r\n\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(start.length + content.length)
                .put(start)
                .put(content)
                .flip();
    }

    private static String digits(long number) {
        String text = Long.toString(number);
        return "0".repeat(DIGITS - text.length()) + text;
    }

    /** The number of the question in a request that reached a provider, -1 if it holds none. */
    public static long numberIn(String text) {
        Matcher asked = ASKED.matcher(text);
        return asked.find() ? Long.parseLong(asked.group(1)) : -1;
    }
}
