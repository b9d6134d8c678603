package erp.assistant.impl.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.AnswerEvent.SentValue;
import erp.assistant.report.AuditLog.PromptField;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PromptNamesTest {

    private static SentValue value(String id) {
        return new SentValue(id, "Label", false);
    }

    private static List<PromptField> read(PromptNames names) {
        return PromptNames.read(PromptNames.columns(names.fields()), names.rows());
    }

    /** As a receipt tells them, in any order. */
    private static List<SentValue> unfolded(PromptNames names) {
        List<SentValue> values = new ArrayList<>();
        for (PromptField field : read(names)) {
            if (field.rows().isEmpty()) {
                values.add(new SentValue(field.id(), field.label(), field.masked()));
            }
            field.rows()
                    .forEach(row ->
                            values.add(new SentValue(field.id().replace("*", row), field.label(), field.masked())));
        }
        return values;
    }

    @Test
    void rowsThatHaveTheSameColumnsAreToldTogether() {
        PromptNames names = PromptNames.of(List.of(
                value("status"),
                value("lines.10.open"),
                value("lines.10.item"),
                value("lines.20.open"),
                value("lines.20.item"),
                value("lines.30.item"),
                value("lines.row-count")));

        assertThat(names.fields().lines().map(line -> line.substring(0, line.indexOf('\t'))))
                .containsExactly("lines.*.item", "lines.*.open", "lines.row-count", "status");
        assertThat(names.rows()).isEqualTo("0,1:10 20\n0:30");
    }

    @Test
    void theListOfAnOrderDoesNotDependOnItsLines() {
        PromptNames two = PromptNames.of(List.of(value("lines.10.open"), value("lines.20.open")));
        PromptNames one = PromptNames.of(List.of(value("lines.99.open")));

        assertThat(one.fields()).isEqualTo(two.fields());
    }

    @Test
    void theListOfAPromptDoesNotDependOnTheQuestionThatPutItInOrder() {
        PromptNames one = PromptNames.of(List.of(value("status"), value("lines.10.open"), value("creditLimit")));
        PromptNames other = PromptNames.of(List.of(value("creditLimit"), value("status"), value("lines.10.open")));

        assertThat(one).isEqualTo(other);
    }

    @Test
    void aCellThatIsMaskedInOneRowIsToldApart() {
        PromptNames names = PromptNames.of(List.of(
                new SentValue("calls.1.note", "Note", true),
                new SentValue("calls.2.note", "Note", false),
                new SentValue("calls.3.note", "Note", true)));

        assertThat(read(names))
                .containsExactly(
                        new PromptField("calls.*.note", "Note", true, List.of("1", "3")),
                        new PromptField("calls.*.note", "Note", false, List.of("2")));
    }

    @Test
    void aLabelCannotBreakTheList() {
        PromptNames names = PromptNames.of(List.of(new SentValue("a", "one\ttwo\r\nthree", false), value("b")));

        assertThat(read(names)).extracting(PromptField::label).containsExactly("one two three", "Label");
    }

    @Test
    void nothingThatAReceiptTellsIsLost() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            List<SentValue> sent = new ArrayList<>();
            for (int field = 0; field < random.nextInt(5); field++) {
                sent.add(new SentValue("f" + field, "F", random.nextBoolean()));
            }
            for (int row = 0; row < random.nextInt(8); row++) {
                for (int column = 0; column < 4; column++) {
                    if (random.nextInt(3) > 0) {
                        String id = (row % 2 == 0 ? "lines." : "found1rows.") + row + "-A.c" + column;
                        sent.add(new SentValue(id, "C", random.nextInt(4) == 0));
                    }
                }
            }
            assertThat(unfolded(PromptNames.of(sent))).containsExactlyInAnyOrderElementsOf(sent);
        }
    }

    @Test
    void nothingSentIsNothing() {
        assertThat(read(PromptNames.of(List.of()))).isEmpty();
    }
}
