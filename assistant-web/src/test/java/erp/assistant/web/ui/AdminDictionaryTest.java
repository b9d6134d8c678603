package erp.assistant.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of the admin page in its six languages. */
class AdminDictionaryTest {

    private static final Path ADMIN = Path.of("src/main/webapp/admin");
    private static final Pattern ENTRY = Pattern.compile("^  (?:'([^']+)'|(\\w+)): (.*),$", Pattern.MULTILINE);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    /** Word sets of which a key is put together, as in {@code t(`by.${key}`)} and {@code word('slot', slot)}. */
    private static final Pattern SET = Pattern.compile("[`(]([a-z]+)\\.\\$\\{|word\\('(\\w+)'");

    private static final Pattern WORD = Pattern.compile("'([A-Za-z][\\w.-]*)'");

    static Map<String, String> dictionary(String language) throws IOException {
        String file = Files.readString(ADMIN.resolve("i18n/" + language + ".js"));
        return ENTRY.matcher(file)
                .results()
                .collect(Collectors.toMap(
                        AdminDictionaryTest::key,
                        entry -> entry.group(3),
                        (first, second) -> {
                            throw new IllegalStateException("twice in " + language + ": " + second);
                        },
                        TreeMap::new));
    }

    private static String key(MatchResult entry) {
        return entry.group(1) == null ? entry.group(2) : entry.group(1);
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String scripts() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(ADMIN)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".js")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es", "it", "pt"})
    void eachLanguageHasTheSameTextsWithTheSamePlaceholders(String language) throws IOException {
        Map<String, String> english = dictionary("en");
        Map<String, String> other = dictionary(language);

        assertThat(english).hasSizeGreaterThan(400);
        assertThat(other.keySet()).isEqualTo(english.keySet());
        other.forEach((key, text) ->
                assertThat(placeholders(text)).as(key).isEqualTo(placeholders(english.getOrDefault(key, ""))));
    }

    @Test
    void eachTextIsUsed() throws IOException {
        String scripts = scripts();
        Set<String> words =
                WORD.matcher(scripts).results().map(found -> found.group(1)).collect(Collectors.toSet());
        Set<String> sets = SET.matcher(scripts)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .collect(Collectors.toSet());

        assertThat(dictionary("en").keySet())
                .allMatch(key -> words.contains(key)
                        || (key.contains(".") && sets.contains(key.substring(0, key.indexOf('.')))));
    }
}
