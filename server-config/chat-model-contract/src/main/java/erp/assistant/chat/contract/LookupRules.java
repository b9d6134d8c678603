package erp.assistant.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.Completion;
import erp.assistant.chat.Completion.Reason;
import erp.assistant.chat.Fact;
import erp.assistant.chat.Lookups;
import erp.assistant.chat.Lookups.Call;
import erp.assistant.chat.Lookups.Result;
import erp.assistant.chat.Lookups.Round;
import erp.assistant.chat.Lookups.Tool;
import erp.assistant.chat.Prompt;
import erp.assistant.chat.TokenUsage;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Look-ups: tools are offered, a call is told whole, what came of it is sent back. No part of {@link ChatModelContract}: a model that
 * cannot do it answers from the prompt alone.
 */
public interface LookupRules extends ModelUnderTest {

    /** A tool as the assistant offers it. */
    Tool TOOL = new Tool(
            "find_rows",
            "Finds rows.",
            "{\"type\":\"object\",\"properties\":{\"list\":{\"type\":\"string\"}},\"required\":[\"list\"]}");

    /** What the stub is commanded to ask for; with what has to be escaped. */
    String ARGUMENTS = "{\"list\": \"invoice\", \"note\": \"3 × “Ölfilter” 🛢\"}";

    /** A request whose question makes the stub ask. */
    static ChatRequest asking(Bench bench, Lookups lookups) {
        ChatRequest plain = bench.request();
        return plain.with(new Prompt(
                "answer/1",
                "Answer from the data only.",
                "Which? [[lookup find_rows " + ARGUMENTS + "]]",
                "Which?",
                List.of(new Fact("a", "A", "1", "")),
                Locale.ENGLISH,
                Bench.ESTIMATED_INPUT,
                List.of(),
                lookups));
    }

    @Test
    default void aCallIsToldWithItsNameAndWholeArguments(Bench bench) {
        Completion asked =
                Bench.complete(bench.ask(asking(bench, new Lookups(List.of(TOOL), List.of(), true)), bench.sink()));

        assertThat(asked.reason()).isEqualTo(Reason.LOOKUP);
        assertThat(asked.calls()).singleElement().satisfies(call -> {
            assertThat(call.name()).isEqualTo("find_rows");
            assertThat(call.arguments().replace(" ", "")).isEqualTo(ARGUMENTS.replace(" ", ""));
        });
        assertThat(bench.sink().text()).as("said before it asked").isNotEmpty();
        assertThat(asked.usage().source()).isEqualTo(TokenUsage.Source.REPORTED);
        assertThat(bench.stub().lastRequest().orElseThrow().body())
                .contains("\"find_rows\"", "\"Finds rows.\"")
                .doesNotContain("tool_choice");
    }

    @Test
    default void whatCameOfACallGoesBackAndTheAnswerGoesOn(Bench bench) {
        Round round = new Round(
                "Let me see.",
                List.of(new Call("call_1_1", "find_rows", ARGUMENTS), new Call("call_1_2", "find_rows", "no JSON")),
                List.of(new Result("DATA \"12\"", false), new Result("Not so.", true)));

        Completion answered = Bench.complete(
                bench.ask(asking(bench, new Lookups(List.of(TOOL), List.of(round), true)), bench.sink()));

        assertThat(answered.reason()).isEqualTo(Reason.END);
        assertThat(answered.calls()).isEmpty();
        assertThat(bench.stub().lastRequest().orElseThrow().body())
                .contains("call_1_1", "call_1_2", "DATA \\\"12\\\"", "Not so.", "Let me see.", "\"find_rows\"");
    }

    @Test
    default void whoMayNotAskAgainIsToldSo(Bench bench) {
        Lookups closed = new Lookups(List.of(TOOL), List.of(), false);

        Completion answered = Bench.complete(bench.ask(asking(bench, closed), bench.sink()));

        assertThat(answered.reason()).isEqualTo(Reason.END);
        assertThat(bench.stub().lastRequest().orElseThrow().body()).contains("tool_choice", "none");
    }

    @Test
    default void withoutLookUpsNoToolIsOffered(Bench bench) {
        Completion answered = Bench.complete(bench.ask(asking(bench, Lookups.NONE), bench.sink()));

        assertThat(answered.reason()).isEqualTo(Reason.END);
        assertThat(bench.stub().lastRequest().orElseThrow().body()).doesNotContain("\"tools\"", "tool_choice");
    }
}
