package erp.assistant.impl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AnswerTextTest {

    private final AnswerText text = new AnswerText();

    @Test
    void nothingIsNothing() {
        assertThat(text.written()).isEmpty();
        assertThat(text.shown()).isEmpty();
    }

    @Test
    void whatIsHeldBackIsWrittenAndNotShown() {
        text.write("It is due on [#d");
        text.show("It is due on ");

        assertThat(text.written()).isEqualTo("It is due on [#d");
        assertThat(text.shown()).isEqualTo("It is due on ");
    }

    @Test
    void whatDiffersFromWhatWasWrittenIsShownWithWhatWasShownBefore() {
        text.write("Call ");
        text.show("Call ");
        text.write("<p1>");
        text.show("Ms Brown");
        text.write(" now.");
        text.show(" now.");

        assertThat(text.written()).isEqualTo("Call <p1> now.");
        assertThat(text.shown()).isEqualTo("Call Ms Brown now.");
    }

    @Test
    void moreThanWasWrittenMayBeShown() {
        text.write("ab");
        text.show("abc");

        assertThat(text.shown()).isEqualTo("abc");
    }

    @Test
    void anAnswerThatStartsAnewHasNothingOfTheOldOne() {
        text.write("old");
        text.show("OLD");
        text.restart();
        text.write("new");
        text.show("new");

        assertThat(text.written()).isEqualTo("new");
        assertThat(text.shown()).isEqualTo("new");
    }

    @Test
    void bothAreWhatTwoBuffersWouldHold() {
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            AnswerText one = new AnswerText();
            StringBuilder written = new StringBuilder();
            StringBuilder shown = new StringBuilder();
            for (int piece = 0; piece < 12; piece++) {
                String wrote = "aab".substring(random.nextInt(3));
                one.write(wrote);
                written.append(wrote);
                boolean asIs = random.nextInt(6) > 0 && shown.length() < written.length();
                String shows = asIs ? written.substring(shown.length()) : "ab".substring(random.nextInt(3));
                one.show(shows);
                shown.append(shows);
            }
            assertThat(one.written()).isEqualTo(written.toString());
            assertThat(one.shown()).isEqualTo(shown.toString());
        }
    }
}
