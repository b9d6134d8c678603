package erp.assistant.impl.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.Prompt;
import erp.assistant.chat.Turn;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputBoundTest {

    private static final long TEMPLATE = 64 + 2 * 16;

    private static Prompt prompt(String user, int estimate, List<Turn> turns) {
        return new Prompt("answer/1", "", user, "q", List.of(), Locale.ENGLISH, estimate, turns);
    }

    private static long of(String user) {
        return InputBound.of(prompt(user, 0, List.of())) - TEMPLATE;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "qzxwvk", "Größe 漢字 😀", "Αθήνα", "1234567890", "a\u0301"})
    void aTextHasAtMostItsBytesAsTokens(String text) {
        assertThat(of(text)).isGreaterThanOrEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void aTextThatAVocabularyWritesOutCountsAsThat() {
        assertThat(of("\uFDFA"))
                .isEqualTo(Normalizer.normalize("\uFDFA", Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8).length)
                .isGreaterThan(3);
    }

    @Test
    void anyTextIsBoundByItsBytesInBothForms() {
        Random random = new Random(24);
        for (int i = 0; i < 2_000; i++) {
            String text = random.ints(random.nextInt(40), 0, 0x30000)
                    .filter(c -> c < 0xD800 || c > 0xDFFF)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            long bytes = text.getBytes(StandardCharsets.UTF_8).length;
            long normalised = Normalizer.normalize(text, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8).length;
            assertThat(of(text)).as(text).isGreaterThanOrEqualTo(Math.max(bytes, normalised));
        }
    }

    @Test
    void eachMessageHasAnAllowanceForItsTemplate() {
        Turn question = new Turn(Turn.Role.USER, "abc");
        Turn answer = new Turn(Turn.Role.ASSISTANT, "de");

        assertThat(InputBound.of(prompt("xyz", 0, List.of(question, answer)))).isEqualTo(TEMPLATE + 3 + 2 * 16 + 5);
    }

    @Test
    void anEstimateThatIsHigherCounts() {
        assertThat(InputBound.of(prompt("xyz", 5000, List.of()))).isEqualTo(5000);
    }
}
