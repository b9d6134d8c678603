package erp.assistant.impl.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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
        Optional<Secret> apiKey = apiKey();
        if (apiKey.isEmpty() && dialect != Dialect.OFFLINE && baseUrl.equals(vendor.baseUrl())) {
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
                apiKey,
                in.text(ConfigKey.SMALL_MODEL.in(slot)).orElse(vendor.smallModel()),
                in.text(ConfigKey.LARGE_MODEL.in(slot)).orElse(vendor.largeModel()),
                value(ConfigKey.HEADERS, Map.of(), ProviderReader::headers),
                value(ConfigKey.STREAMING, true, ConfigReading::yesOrNo),
                value(ConfigKey.PROMPT_CACHE, PromptCache.FIVE_MINUTES, PromptCache::of));
    }

    private <T> T value(ConfigKey key, T defaultValue, java.util.function.Function<String, T> parser) {
        return in.value(key.in(slot), key.allowed(), defaultValue, parser);
    }

    private Optional<Secret> apiKey() {
        Optional<String> direct = in.text(ConfigKey.API_KEY.in(slot));
        if (direct.isPresent()) {
            if (!usableInHeader(direct.get())) {
                in.wrong(ConfigKey.API_KEY.in(slot), "(hidden)", "printable ASCII without spaces");
                return Optional.empty();
            }
            return direct.map(Secret::new);
        }
        return in.text(ConfigKey.API_KEY_FILE.in(slot)).flatMap(this::fromFile);
    }

    /** A wrong path is not repeated: a common mistake is to give the key itself. */
    private Optional<Secret> fromFile(String file) {
        String key = ConfigKey.API_KEY_FILE.in(slot);
        try {
            String content = Files.readString(Path.of(file)).strip();
            if (usableInHeader(content)) {
                return Optional.of(new Secret(content));
            }
            in.wrong(key, "(hidden)", "a file that holds one key of printable ASCII and nothing else");
        } catch (IOException | InvalidPathException e) {
            in.wrong(key, "(hidden)", ConfigKey.API_KEY_FILE.allowed());
        }
        return Optional.empty();
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
