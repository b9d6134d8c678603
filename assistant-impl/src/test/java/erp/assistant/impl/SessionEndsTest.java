package erp.assistant.impl;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.OpenAnswers;
import erp.assistant.chat.Completion;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import org.junit.jupiter.api.Test;

class SessionEndsTest {

    private final Office office = new Office();
    private final Office.Browser browser = new Office.Browser();
    private final SessionEnds ends = new SessionEnds(office.book);

    @Test
    void anErpEndsAPersonsAnswersWithTheSession() {
        ends.start(new Startup());
        office.assistant.ask(Office.question("Why is it late?"), browser);

        assertThat(OpenAnswers.stop("carl")).isZero();
        assertThat(OpenAnswers.stop("anna")).isEqualTo(1);

        assertThat(browser.done().reason()).isEqualTo(Completion.Reason.STOPPED);
        ends.stop(new Shutdown());
    }

    @Test
    void withoutAnAssistantThereIsNothingToEnd() {
        ends.start(new Startup());
        office.assistant.ask(Office.question("Why is it late?"), browser);
        ends.stop(new Shutdown());

        assertThat(OpenAnswers.stop("anna")).isZero();
    }

    @Test
    void anAssistantThatWasRedeployedIsNotForgottenWithItsPredecessor() {
        ends.start(new Startup());
        SessionEnds redeployed = new SessionEnds(office.book);
        redeployed.start(new Startup());
        office.assistant.ask(Office.question("Why is it late?"), browser);

        ends.stop(new Shutdown());

        assertThat(OpenAnswers.stop("anna")).isEqualTo(1);
        redeployed.stop(new Shutdown());
    }
}
