package erp.assistant.impl.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenEstimateTest {

    @Test
    void digitsAndPunctuationCountOneEachAndJsonQuotesOneWithTheirMark() {
        assertThat(TokenEstimate.of("12400.00")).isEqualTo(8);
        assertThat(TokenEstimate.of("!?#*")).isEqualTo(4);
        assertThat(TokenEstimate.of("{\"\":\"\",\"")).isEqualTo(3);
    }

    @Test
    void wordsCountByThreeLettersAndCodesByEach() {
        assertThat(TokenEstimate.of("the order is blocked")).isEqualTo(1 + 2 + 1 + 3);
        assertThat(TokenEstimate.of("XKQW")).isEqualTo(4);
        assertThat(TokenEstimate.of("openQuantity")).isEqualTo(2 + 3);
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
    void textsJoinedAtPunctuationAddUp() {
        String one = "{\"label\":\"Größe\"}";
        String other = "{\"value\":\"12 pcs\"}";

        assertThat(TokenEstimate.of(one + ",\n" + other))
                .isEqualTo(TokenEstimate.of(one) + 2 + TokenEstimate.of(other));
    }
}
