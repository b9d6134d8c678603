package example.acme;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.contract.ChatModelContract;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The tables of rules name the cases that there are. */
class ReadmeTest {

    private static final Pattern CASE = Pattern.compile("`([a-z]\\w{15,})`");
    private static final Pattern ELSEWHERE = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");
    private static final Path ROOT = Path.of("../..");

    @Test
    void eachCaseIsInTheTableAndNoOther() throws IOException {
        Set<String> named =
                CASE.matcher(readme()).results().map(found -> found.group(1)).collect(toSet());

        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ChatModelContract.class.getMethods())
                        .filter(ReadmeTest::isCase)
                        .map(Method::getName)
                        .toList());
    }

    private static boolean isCase(Method method) {
        return method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class);
    }

    @Test
    void theTestsElsewhereExist() throws IOException {
        Map<String, Path> tests = tests();
        for (MatchResult found : ELSEWHERE.matcher(readme()).results().toList()) {
            assertThat(tests).containsKey(found.group(1));
            assertThat(tests.get(found.group(1))).content().contains(" " + found.group(2) + "(");
        }
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    private static Map<String, Path> tests() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().contains("src/test/java")
                            && file.toString().matches(".*(Test|IT)\\.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            file -> file,
                            (one, other) -> one));
        }
    }
}
