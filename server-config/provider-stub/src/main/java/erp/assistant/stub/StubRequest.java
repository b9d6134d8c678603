package erp.assistant.stub;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request as it arrived.
 *
 * @param target path and query as sent
 * @param headers by lower-case name; of a repeated header the last value
 */
public record StubRequest(String method, String target, Map<String, String> headers, String body) {

    private static final Pattern MODEL = Pattern.compile("\"model\"\\s*:\\s*\"([^\"]*)\"");
    private static final Pattern MAX_TOKENS =
            Pattern.compile("\"max(?:_completion|_output)?_tokens\"\\s*:\\s*(\\d{1,9})");
    private static final Pattern STREAM = Pattern.compile("\"stream\"\\s*:\\s*true");
    private static final Pattern INCLUDE_USAGE = Pattern.compile("\"include_usage\"\\s*:\\s*true");
    private static final Pattern DIRECTIVE = Pattern.compile("\\[\\[stub ([^\\]]*)]]");

    public StubRequest {
        headers = Map.copyOf(headers);
    }

    /** The header's value, whatever the case of its name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
    }

    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    String query() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    String model() {
        Matcher matcher = MODEL.matcher(body);
        return matcher.find() ? matcher.group(1) : "stub";
    }

    int maxTokens() {
        Matcher matcher = MAX_TOKENS.matcher(body);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : Integer.MAX_VALUE;
    }

    boolean streaming() {
        return STREAM.matcher(body).find();
    }

    boolean includeUsage() {
        return INCLUDE_USAGE.matcher(body).find();
    }

    /** The key that the request carries, in either dialect's header. */
    Optional<String> key() {
        return header("x-api-key")
                .or(() -> header("authorization")
                        .filter(value -> value.startsWith("Bearer "))
                        .map(value -> value.substring("Bearer ".length())));
    }

    /** What this request commands by its text, header or query. */
    StubSettings commands(StubSettings settings) {
        StubSettings commanded = settings;
        Matcher matcher = DIRECTIVE.matcher(body);
        while (matcher.find()) {
            commanded = commanded.withWhatFits(matcher.group(1));
        }
        return commanded.withWhatFits(header("x-stub").orElse("")).withWhatFits(query());
    }

    /** The request as text, as {@code GET /last} shows it. */
    String text() {
        StringBuilder text =
                new StringBuilder(method).append(' ').append(target).append('\n');
        headers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(header -> text.append(header.getKey())
                        .append(": ")
                        .append(header.getValue())
                        .append('\n'));
        return text.append('\n').append(body).append('\n').toString();
    }
}
