package erp.assistant.impl.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the keys of one provider slot. */
final class ProviderReader {

    private final ConfigReading in;
    private final Slot slot;

    private ProviderReader(ConfigReading in, Slot slot) {
        this.in = in;
        this.slot = slot;
    }

    static ProviderSettings primary(ConfigReading in) {
        return new ProviderReader(in, Slot.PRIMARY).read();
    }

    static Optional<ProviderSettings> backup(ConfigReading in) {
        boolean set = in.text(ConfigKey.DIALECT.in(Slot.BACKUP)).isPresent();
        return set ? Optional.of(new ProviderReader(in, Slot.BACKUP).read()) : Optional.empty();
    }

    private ProviderSettings read() {
        Dialect dialect = value(ConfigKey.DIALECT, Dialect.OFFLINE, Dialect::of);
        Vendor vendor = Vendor.of(dialect);
        URI baseUrl = value(ConfigKey.BASE_URL, vendor.baseUrl(), ProviderReader::address);
        List<Secret> apiKeys = apiKeys();
        if (apiKeys.isEmpty() && dialect != Dialect.OFFLINE && baseUrl.equals(vendor.baseUrl())) {
            in.missing(
                    ConfigKey.API_KEY.in(slot),
                    "the " + dialect.key() + " provider needs a key; set it, or " + ConfigKey.API_KEY_FILE.in(slot)
                            + ", or the environment variable " + environmentName(ConfigKey.API_KEY.in(slot)));
        }
        return new ProviderSettings(
                slot,
                dialect,
                value(ConfigKey.NAME, vendor.name(), ProviderReader::name),
                baseUrl,
                apiKeys,
                in.text(ConfigKey.SMALL_MODEL.in(slot)).orElse(vendor.smallModel()),
                in.text(ConfigKey.LARGE_MODEL.in(slot)).orElse(vendor.largeModel()),
                value(ConfigKey.HEADERS, Map.of(), ProviderReader::headers),
                value(ConfigKey.STREAMING, true, ConfigReading::yesOrNo),
                value(ConfigKey.PROMPT_CACHE, PromptCache.FIVE_MINUTES, PromptCache::of),
                new Route(
                        value(ConfigKey.PROXY, Route.USUAL.proxy(), ProviderReader::proxy),
                        value(ConfigKey.CA_FILE, List.of(), Certificates::inFile),
                        value(ConfigKey.HTTP_VERSION, false, ProviderReader::onlyHttp11)),
                value(ConfigKey.REGION, "", ProviderReader::region));
    }

    private static Route.Proxy proxy(String text) {
        if (text.equals("none")) {
            return new Route.Proxy.None();
        }
        URI uri = address(text);
        if (!"http".equals(uri.getScheme()) || !uri.getPath().isEmpty()) {
            throw new IllegalArgumentException("not a proxy");
        }
        return new Route.Proxy.At(uri.getHost(), uri.getPort());
    }

    private static boolean onlyHttp11(String text) {
        return switch (text) {
            case "auto" -> false;
            case "1.1" -> true;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private <T> T value(ConfigKey key, T defaultValue, java.util.function.Function<String, T> parser) {
        return in.value(key.in(slot), key.allowed(), defaultValue, parser);
    }

    private List<Secret> apiKeys() {
        Optional<String> direct = in.text(ConfigKey.API_KEY.in(slot));
        if (direct.isEmpty()) {
            return in.text(ConfigKey.API_KEY_FILE.in(slot)).map(this::fromFile).orElse(List.of());
        }
        List<String> keys = parts(direct.get(), ",");
        if (!keys.isEmpty() && keys.stream().allMatch(ProviderReader::usableInHeader)) {
            return secrets(keys);
        }
        in.wrong(
                ConfigKey.API_KEY.in(slot),
                "(hidden)",
                "printable ASCII without spaces, several keys separated by commas");
        return List.of();
    }

    /** A wrong path is not repeated: a common mistake is to give the key itself. */
    private List<Secret> fromFile(String file) {
        String key = ConfigKey.API_KEY_FILE.in(slot);
        try {
            List<String> keys = parts(Files.readString(Path.of(file)), "\\R");
            if (!keys.isEmpty() && keys.stream().allMatch(ProviderReader::usableInHeader)) {
                return secrets(keys);
            }
            in.wrong(key, "(hidden)", "a file that holds one key a line, of printable ASCII, and nothing else");
        } catch (IOException | InvalidPathException e) {
            in.wrong(key, "(hidden)", ConfigKey.API_KEY_FILE.allowed());
        }
        return List.of();
    }

    private static List<String> parts(String text, String separator) {
        return Arrays.stream(text.split(separator, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static List<Secret> secrets(List<String> keys) {
        return keys.stream().distinct().map(Secret::new).toList();
    }

    private static boolean usableInHeader(String key) {
        return !key.isEmpty() && key.chars().allMatch(c -> c > ' ' && c < 127);
    }

    private static String environmentName(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static String name(String text) {
        if (!text.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static String region(String text) {
        if (!text.matches("[\\p{L}\\p{N} ._-]{0,64}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static URI address(String text) {
        URI uri = URI.create(text.replaceAll("/+$", ""));
        boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!http
                || uri.getHost() == null
                || uri.getQuery() != null
                || uri.getFragment() != null
                || uri.getUserInfo() != null) {
            throw new IllegalArgumentException("not an address");
        }
        return uri;
    }

    private static Map<String, String> headers(String text) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String header : text.split(";", -1)) {
            if (header.isBlank()) {
                continue;
            }
            int colon = header.indexOf(':');
            String name = header.substring(0, Math.max(colon, 0)).strip();
            String value = header.substring(colon + 1).strip();
            if (!name.matches("[A-Za-z0-9-]{1,64}") || !value.chars().allMatch(c -> c >= ' ' && c < 127)) {
                throw new IllegalArgumentException("not a header");
            }
            headers.put(name, value);
        }
        return headers;
    }
}
