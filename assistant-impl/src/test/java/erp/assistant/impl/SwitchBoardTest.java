package erp.assistant.impl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.record.QuickAction;
import erp.assistant.report.Switches.Change;
import erp.assistant.report.Switches.Kind;
import erp.assistant.report.Switches.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two servers on one database, one clock for both. */
class SwitchBoardTest {

    private static final Duration PROMISED = Duration.ofSeconds(10);

    private final Office office = new Office();
    private final SwitchBoard here = office.switches;
    private final SwitchBoard there = office.anotherServer();

    private static boolean off(SwitchBoard server, String type, String action) {
        AssistantException refusal = catchThrowableOfType(AssistantException.class, () -> server.check(type, action));
        if (refusal != null) {
            assertThat(refusal.problem().code()).isEqualTo(Problem.Code.SWITCHED_OFF);
        }
        return refusal != null;
    }

    @ParameterizedTest
    @CsvSource({"ASSISTANT, ''", "ENTITY, sales-order", "CAPABILITY, sales-order.why-late", "CAPABILITY, why-late"})
    void whatIsSwitchedOffOnOneServerIsOffOnEveryOtherWithinTenSeconds(Kind kind, String name) {
        assertThat(off(there, "sales-order", "why-late")).isFalse();

        here.change(kind, name, true, "adam", "Wrong prices.");

        assertThat(off(here, "sales-order", "why-late"))
                .as("where it was switched")
                .isTrue();
        assertThat(off(there, "sales-order", "why-late"))
                .as("before the other reads again")
                .isFalse();
        office.clock.pass(PROMISED);
        assertThat(off(there, "sales-order", "why-late")).isTrue();

        there.change(kind, name, false, "vera", "Mended.");
        office.clock.pass(PROMISED);
        assertThat(off(here, "sales-order", "why-late")).as("on again").isFalse();
    }

    @Test
    void onlyWhatIsNamedIsOff() {
        here.change(Kind.ENTITY, "invoice", true, "adam", "x");
        here.change(Kind.CAPABILITY, "sales-order.draft", true, "adam", "x");

        assertThat(off(here, "sales-order", "")).isFalse();
        assertThat(off(here, "sales-order", "why-late")).isFalse();
        assertThat(off(here, "sales-order", "draft")).isTrue();
        assertThat(off(here, "customer", "draft")).isFalse();
        assertThat(off(here, "invoice", "")).isTrue();
    }

    @Test
    void nobodyCanSwitchOnWhatTheConfigurationSwitchesOff() {
        office.configuration.put("assistant.switched-off", "sales-order, why-late");

        assertThat(off(here, "sales-order", "")).isTrue();
        assertThat(off(here, "customer", "why-late")).isTrue();
        assertThatThrownBy(() -> here.change(Kind.ENTITY, "sales-order", false, "adam", "please"))
                .isInstanceOf(AssistantException.class)
                .hasMessageContaining("assistant.switched-off");
        assertThat(here.changes(10)).isEmpty();

        office.configuration.put("assistant.enabled", "false");
        assertThatThrownBy(() -> here.change(Kind.ASSISTANT, "", false, "adam", "please"))
                .hasMessageContaining("assistant.enabled");
    }

    @Test
    void whoSwitchedWhenAndWhyIsKept() {
        here.change(Kind.ENTITY, "sales-order", true, "adam", "Wrong prices.");
        office.clock.pass(Duration.ofMinutes(5));
        there.change(Kind.ENTITY, "sales-order", false, "vera", "Mended.");

        assertThat(here.changes(10))
                .containsExactly(
                        new Change(
                                Kind.ENTITY,
                                "sales-order",
                                false,
                                "vera",
                                Office.NOW.plus(Duration.ofMinutes(5)),
                                "Mended."),
                        new Change(Kind.ENTITY, "sales-order", true, "adam", Office.NOW, "Wrong prices."));
    }

    @Test
    void allThatCouldBeSwitchedIsListed() {
        office.assistant.ask(Office.question("Why is it late?"), new Office.Browser());
        office.configuration.put("assistant.switched-off", "draft");
        here.change(Kind.ENTITY, "gone-type", true, "adam", "x");

        assertThat(here.states())
                .extracting(State::kind, State::name, State::off, State::configuredOff)
                .containsExactly(
                        tuple(Kind.ASSISTANT, "", false, false),
                        tuple(Kind.ENTITY, "gone-type", true, false),
                        tuple(Kind.ENTITY, "sales-order", false, false),
                        tuple(Kind.CAPABILITY, "draft", true, true),
                        tuple(Kind.CAPABILITY, "sales-order.why-late", false, false));
    }

    @Test
    void aQuestionIsRefusedBeforeTheRecordIsReadAndNothingIsCounted() {
        here.change(Kind.ENTITY, "sales-order", true, "adam", "x");

        assertThatThrownBy(() -> office.assistant.ask(Office.question("Why?"), new Office.Browser()))
                .isInstanceOf(AssistantException.class);
        assertThatThrownBy(() -> office.assistant.context(Office.ORDER, Office.person("anna")))
                .isInstanceOf(AssistantException.class);

        assertThat(office.orders.reads).isZero();
        assertThat(office.answers()).isEmpty();
        assertThat(office.admission.open()).isZero();
    }

    @Test
    void aPreparedQuestionThatIsOffIsNotOffered() {
        List<QuickAction> actions =
                List.of(new QuickAction("summary", "a", "b"), new QuickAction("why-late", "c", "d"));
        here.change(Kind.CAPABILITY, "why-late", true, "adam", "x");

        assertThat(here.offered("sales-order", actions))
                .extracting(QuickAction::id)
                .containsExactly("summary");
    }

    @Test
    void whileTheDatabaseIsAwayWhatWasReadLastHolds() {
        here.change(Kind.ENTITY, "invoice", true, "adam", "x");
        assertThat(off(here, "invoice", "")).isTrue();

        office.databaseGoesAway();
        office.clock.pass(Duration.ofHours(1));

        assertThat(off(here, "invoice", "")).isTrue();
        assertThat(off(here, "sales-order", "")).isFalse();
    }
}
