package erp.assistant.impl.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestoringTest {

    private static final Originals ORIGINALS = new Originals(Map.of(
            "{personal-1}",
            "Eva Weber",
            "{personal-12}",
            "Jo Ng",
            "{iban-1}",
            "DE89 3704",
            "{phone-1}",
            "+49 421 {x} 12"));

    private static final String ANSWER =
            "Call {personal-1} or **{Personal-12}** at {phone-1}: \\{iban-1\\}, not {iban-9} {per {personal} {iban‑1} {}{";
    private static final String READABLE =
            "Call Eva Weber or **Jo Ng** at +49 421 {x} 12: DE89 3704, not {iban-9} {per {personal} DE89 3704 {}{";

    private static String restored(String... pieces) {
        Restoring restoring = new Restoring(ORIGINALS);
        StringBuilder out = new StringBuilder();
        for (String piece : pieces) {
            out.append(restoring.add(piece));
        }
        return out.append(restoring.rest()).toString();
    }

    @Test
    void anAnswerIsTheSameHoweverItIsCutIntoThreePieces() {
        for (int first = 0; first <= ANSWER.length(); first++) {
            for (int second = first; second <= ANSWER.length(); second++) {
                assertThat(restored(
                                ANSWER.substring(0, first), ANSWER.substring(first, second), ANSWER.substring(second)))
                        .as("cut at %d and %d", first, second)
                        .isEqualTo(READABLE);
            }
        }
    }

    @Test
    void anAnswerIsTheSameInPiecesOfAnyLength() {
        for (int length = 1; length <= ANSWER.length(); length++) {
            assertThat(restored(ANSWER.split("(?<=\\G.{" + length + "})", -1))).isEqualTo(READABLE);
        }
    }

    @Test
    void whatIsHeldBackIsAtMostTheBeginningOfAToken() {
        Restoring restoring = new Restoring(ORIGINALS);

        assertThat(restoring.add("Call {pers")).isEqualTo("Call ");
        assertThat(restoring.add("on who")).isEqualTo("{person who");
        assertThat(restoring.add(" {personal-1")).isEqualTo(" ");
        assertThat(restoring.add("}")).isEqualTo("Eva Weber");
    }

    @Test
    void aRestartForgetsWhatWasHeldBack() {
        Restoring restoring = new Restoring(ORIGINALS);
        restoring.add("Call {personal-");
        restoring.restart();

        assertThat(restoring.add("1} called") + restoring.rest()).isEqualTo("1} called");
    }

    @ParameterizedTest
    @CsvSource({"{personal-2},{personal-2}", "{personal-1},' '"})
    void onlyTokensThatWereGivenAreRemoved(String text, String left) {
        assertThat(ORIGINALS.remove(text)).isEqualTo(left);
    }

    @Test
    void nothingPersonalShowsInALog() {
        assertThat(ORIGINALS.toString()).isEqualTo("Originals[4]");
    }
}
