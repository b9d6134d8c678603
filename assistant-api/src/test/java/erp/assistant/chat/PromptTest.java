package erp.assistant.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.chat.Turn.Role;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PromptTest {

    private static final Turn WHO = new Turn(Role.USER, "Who?");
    private static final Turn ANNA = new Turn(Role.ASSISTANT, "Anna.");

    private static Prompt after(Turn... turns) {
        return new Prompt("answer/1", "rules", "data", "Why?", List.of(), Locale.ENGLISH, 100, List.of(turns));
    }

    @Test
    void aQuestionStandsAloneUnlessItIsToldWhatCameBefore() {
        assertThat(new Prompt("answer/1", "rules", "data", "Why?", List.of(), Locale.ENGLISH, 100))
                .isEqualTo(after());
    }

    @Test
    void earlierTurnsComeInPairs() {
        assertThat(after(WHO, ANNA, WHO, ANNA).turns()).hasSize(4);
        assertThatThrownBy(() -> after(WHO)).hasMessage("1 earlier turns do not end with the assistant's");
        assertThatThrownBy(() -> after(ANNA, WHO)).hasMessage("earlier turn 0 is out of order");
        assertThatThrownBy(() -> after(WHO, WHO)).hasMessage("earlier turn 1 is out of order");
    }

    @Test
    void aTurnIsNotBlank() {
        assertThatThrownBy(() -> new Turn(Role.USER, " ")).hasMessage("a turn is not blank");
    }

    @Test
    void whatIsLoggedShowsNoContent() {
        assertThat(after(WHO, ANNA) + "" + WHO).doesNotContain("Who", "Anna", "data", "rules");
    }
}
