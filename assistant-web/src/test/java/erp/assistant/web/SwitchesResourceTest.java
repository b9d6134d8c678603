package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.report.Switches;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwitchesResourceTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private final Board board = new Board();
    private final SwitchesResource resource = new SwitchesResource(board);

    @Test
    void eachSwitchIsToldWithWhoTurnedItAndTheChangesAfterThem() {
        board.change(Switches.Kind.ENTITY, "invoice", true, "adam", "Wrong \"totals\".");

        assertThat(resource.states()).isEqualTo("""
                {"switches":[{"kind":"assistant","name":"","off":true,"configuredOff":true,"latest":null},\
                {"kind":"entity","name":"invoice","off":true,"configuredOff":false,\
                "latest":{"off":true,"by":"adam","at":"2026-11-22T09:00:00Z","reason":"Wrong \\"totals\\"."}}],\
                "changes":[{"off":true,"by":"adam","at":"2026-11-22T09:00:00Z","reason":"Wrong \\"totals\\".",\
                "kind":"entity","name":"invoice"}]}""");
    }

    @Test
    void whoTurnsASwitchIsWhoIsSignedIn() {
        String answer = resource.change(
                SwitchRequest.parse(
                        "{\"kind\":\"capability\",\"name\":\" why-late \",\"off\":false,\"reason\":\" Mended. \"}"),
                "vera");

        assertThat(board.changes)
                .containsExactly(
                        new Switches.Change(Switches.Kind.CAPABILITY, "why-late", false, "vera", NOW, "Mended."));
        assertThat(answer).isEqualTo(resource.states());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':'x','off':true,'reason':'y'} | The body needs kind",
                "{'kind':'type','name':'x','off':true,'reason':'y'} | kind must be assistant, entity or capability.",
                "{'kind':'entity','off':true,'reason':'y'} | Name the record type",
                "{'kind':'assistant','name':'x','off':true,'reason':'y'} | Name the record type",
                "{'kind':'entity','name':'x','reason':'y'} | The body needs off as true or false",
                "{'kind':'entity','name':'x','off':true} | The body needs reason",
                "{'kind':'entity','name':'x','off':true,'reason':'  '} | Say why in reason",
                "{'kind':'entity','name':'a\\nb','off':true,'reason':'y'} | name must have at most 200 characters in one line.",
                "nothing | The body is not a JSON object",
            })
    void whatIsWrongWithARequestIsSaid(String body, String detail) {
        AssistantException refusal =
                catchThrowableOfType(AssistantException.class, () -> SwitchRequest.parse(body.replace('\'', '"')));

        assertThat(refusal.problem().code()).isEqualTo(Problem.Code.QUESTION_INVALID);
        assertThat(refusal.problem().detail()).startsWith(detail);
    }

    private static final class Board implements Switches {
        final List<Change> changes = new ArrayList<>();

        @Override
        public List<State> states() {
            List<State> states = new ArrayList<>();
            states.add(new State(Kind.ASSISTANT, "", true, Optional.empty()));
            changes.forEach(change -> states.add(new State(change.kind(), change.name(), false, Optional.of(change))));
            return states;
        }

        @Override
        public List<Change> changes(int limit) {
            return changes;
        }

        @Override
        public void change(Kind kind, String name, boolean off, String by, String reason) {
            changes.add(new Change(kind, name, off, by, NOW, reason));
        }
    }
}
