package erp.assistant.impl.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenEstimateTest {

    private static final Encoding O200K = Encodings.newDefaultEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

    @Test
    void digitsCountByThreeAndMarksOneEach() {
        assertThat(TokenEstimate.of("12400.00")).isEqualTo(2 + 1 + 1);
        assertThat(TokenEstimate.of("!?#*")).isEqualTo(4);
        assertThat(TokenEstimate.of("=47 -5")).isEqualTo(2 + 2);
        assertThat(TokenEstimate.of("by 47")).isEqualTo(1 + 1 + 1);
    }

    @Test
    void wordsCountByFourLettersAndCodesByTwo() {
        assertThat(TokenEstimate.of("the order is blocked")).isEqualTo(1 + 2 + 1 + 2);
        assertThat(TokenEstimate.of("XKQWZ")).isEqualTo(3);
        assertThat(TokenEstimate.of("openQuantity")).isEqualTo(1 + 2);
        assertThat(TokenEstimate.of("für")).isEqualTo(2);
    }

    @Test
    void otherScriptsCountTheirBytes() {
        assertThat(TokenEstimate.of("漢")).isEqualTo(3);
        assertThat(TokenEstimate.of("😀")).isEqualTo(4);
        assertThat(TokenEstimate.of("Ж")).isEqualTo(2);
    }

    @Test
    void emptyTextHasNone() {
        assertThat(TokenEstimate.of("")).isZero();
    }

    @Test
    void linesAddUp() {
        String one = "1 Größe=12 pcs\n";
        String other = "20|SE-1177|120 set\n";

        assertThat(TokenEstimate.of(one + other)).isEqualTo(TokenEstimate.of(one) + TokenEstimate.of(other));
    }

    static Stream<String> texts() {
        return Stream.concat(
                Resource.text("sentences.txt").lines().filter(line -> !line.startsWith("#")),
                Stream.of(
                        "en|" + Resource.text("templates/answer-3.txt"),
                        "en|" + Resource.text("templates/data-1.txt")));
    }

    /** Not meant to be exact: the same estimate has to do for vocabularies that are not published. */
    @ParameterizedTest
    @MethodSource("texts")
    void itIsNotBelowOpenAisVocabularyAndNotFarAboveIt(String line) {
        String text = line.substring(line.indexOf('|') + 1);
        double truth = O200K.countTokens(text);

        assertThat(TokenEstimate.of(text) / truth).isBetween(0.98, 1.65);
    }
}
