package erp.assistant.impl.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FigureTest {

    private static final List<String> PARTS = List.of(
            "1", "2", "05", "12", "400", "2026", "-", ".", "/", ",", ":", "h", "H", " ", "\u00A0", "\t", "'", "’", "th",
            "ND", "er", "º", "°", "May", "Mai", "de", "of", "x", "_");

    @Test
    void noWayOfWritingIsPassedOverThatWouldHaveMatched() {
        Random random = new Random(20260505);
        int matched = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder().append(1 + random.nextInt(31));
            for (int parts = random.nextInt(9); parts > 0; parts--) {
                text.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            char after = afterDigits(text);
            for (Figure figure :
                    Stream.concat(Figure.DATES.stream(), Figure.OTHERS.stream()).toList()) {
                if (!figure.letterFirst() && figure.pattern().matcher(text).lookingAt()) {
                    matched++;
                    assertThat(figure.goesOnWith(after))
                            .as("%s in %s", figure.pattern(), text)
                            .isTrue();
                }
            }
        }
        assertThat(matched).isGreaterThan(200_000);
    }

    private static char afterDigits(CharSequence text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }
}
