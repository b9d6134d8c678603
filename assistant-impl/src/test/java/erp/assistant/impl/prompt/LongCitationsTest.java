package erp.assistant.impl.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.record.BusinessRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model cites by short ids; panel, receipt and citations know the record's own. */
class LongCitationsTest {

    private static final BusinessRecord RECORD =
            Orders.order().rows(Orders.lines(2, 20)).build();

    private final WrittenPrompt written = Orders.written(RECORD, "Why is the order blocked?");

    private String shown(String... pieces) {
        Readable readable = written.readable();
        StringBuilder text = new StringBuilder();
        for (String piece : pieces) {
            text.append(readable.add(piece));
        }
        return text.append(readable.rest()).toString();
    }

    @Test
    void fieldsCellsRowsAndTablesGetTheirOwnIds() {
        assertThat(shown("Blocked [#1], 2 pcs [#A.20.b], line [#A.10], of 20 [#A]"))
                .isEqualTo("Blocked [#status], 2 pcs [#lines.20.openQuantity], line [#lines.10.item],"
                        + " of 20 [#lines.row-count]");
    }

    @Test
    void severalInOnePairOfBracketsBecomeOnePairEach() {
        assertThat(shown("[#1, #6] [#1;2] [#A.10.b, A.20.b]"))
                .isEqualTo("[#status][#promisedDate] [#status][#customer]"
                        + " [#lines.10.openQuantity][#lines.20.openQuantity]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[#99]", "[#B.10.a]", "[#A.10.z]", "[#status]", "[#lines.20.openQuantity]", "[#]", "[# x", "[1]"
            })
    void whatIsNoShortIdOfThePromptStaysAsItIs(String text) {
        assertThat(shown("a " + text + " b")).isEqualTo("a " + text + " b");
    }

    @Test
    void itDoesNotMatterWhereAnAnswerIsCutIntoPieces() {
        String answer = "Blocked [#1] since [#6, #1]; see [#A.20.b] [x] [#99] and [#";
        String whole = shown(answer);

        for (int length = 1; length < answer.length(); length++) {
            List<String> pieces = new ArrayList<>();
            for (int at = 0; at < answer.length(); at += length) {
                pieces.add(answer.substring(at, Math.min(answer.length(), at + length)));
            }
            assertThat(shown(pieces.toArray(String[]::new))).isEqualTo(whole);
        }
        assertThat(whole).contains("[#status] since [#promisedDate][#status]").endsWith("and [#");
    }

    @Test
    void textThatCannotBeACitationAnyMoreIsNotHeldBack() {
        Readable readable = written.readable();

        assertThat(readable.add("see [")).isEqualTo("see ");
        assertThat(readable.add("a]")).isEqualTo("[a]");
        assertThat(readable.add("[#" + "1".repeat(300))).hasSize(302);
    }

    @Test
    void whatWasHeldBackIsForgottenWhenTheAnswerStartsAnew() {
        Readable readable = written.readable();
        readable.add("Blocked [#1");
        readable.restart();

        assertThat(readable.add("Open [#1]")).isEqualTo("Open [#status]");
    }

    @Test
    void citationsAndFiguresGoByTheRecordsOwnIds() {
        String answer = "2 pcs [#A.20.b] are open since 2 May [#6, #1].";

        assertThat(Citations.of(answer, written))
                .extracting(citation -> citation.id())
                .containsExactly("lines.20.openQuantity", "promisedDate", "status");
        assertThat(FigureCheck.of(answer, written).unmatched()).isEmpty();
        assertThat(FigureCheck.of(answer, written).checked()).isEqualTo(2);
    }

    @Test
    void noIdOfThePromptIsThatOfAnotherValue() {
        ShortIds ids = written.shortIds();
        List<String> all =
                written.prompt().facts().stream().map(fact -> fact.id()).toList();

        assertThat(all).allSatisfy(id -> assertThat(ids.longId(id)).isEmpty());
        assertThat(ShortIds.column(26)).isEqualTo("aa");
        assertThat(ShortIds.table(25)).isEqualTo("Z");
    }
}
