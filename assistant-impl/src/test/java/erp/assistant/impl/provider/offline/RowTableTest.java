package erp.assistant.impl.provider.offline;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.Fact;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowTableTest {

    private static final LocalForm FORM = new LocalForm(
            Locale.GERMAN, ResourceBundle.getBundle("erp.assistant.impl.provider.offline.answer", Locale.GERMAN));

    /** A sales order's lines as an ERP tells them: each with ten values. */
    private static final List<Fact> LINES = Stream.of(
                    line("30", "SE-1", "yes", "2026-11-13", "9 days"), line("20", "SH-8", "no", "2026-11-26", "0 days"))
            .flatMap(List::stream)
            .toList();

    private static List<Fact> line(String key, String item, String late, String promised, String by) {
        return Stream.of(
                        new String[] {"item", "Item", item},
                        new String[] {"description", "Description", "Part " + item},
                        new String[] {"quantity", "Ordered", key + " pcs"},
                        new String[] {"delivered", "Delivered", key + ".5 pcs"},
                        new String[] {"late", "Late", late},
                        new String[] {"warehouse", "Warehouse", "BRE-1"},
                        new String[] {"promised", "Promised", promised},
                        new String[] {"daysLate", "Late by", by},
                        new String[] {"amount", "Net value", key + "00.00 EUR"})
                .map(cell -> new Fact("lines." + key + "." + cell[0], cell[1], cell[2], "Lines"))
                .toList();
    }

    private static RowTable table(String question, List<Fact> facts) {
        return new RowTable(facts, AskedWords.of(question), FORM);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                // Nothing asked: the names, then dates, then what the ERP tells first.
                "Summarise this.                  ~ | # | Item | Description | Ordered | Promised |",
                "Why is this order late?          ~ | # | Item | Description | Promised | Late by |",
                "What is the value of this order? ~ | # | Item | Description | Promised | Net value |",
                "Which deliveries are there?      ~ | # | Item | Description | Delivered | Promised |",
                "In which warehouse is it?        ~ | # | Item | Description | Warehouse | Promised |"
            })
    void theColumnsAreThoseThatNameTheRowsAndThoseThatTellMost(String question, String head) {
        assertThat(table(question, LINES).head()).startsWith(head + "\n");
    }

    @Test
    void aRowIsOneLineInTheAskersFormAndCitedByItsFirstValue() {
        assertThat(table("Summarise this.", LINES).rows())
                .containsExactly(
                        "| 30 [#lines.30.item] | SE-1 | Part SE-1 | 30 pcs | 13.11.2026 |\n",
                        "| 20 [#lines.20.item] | SH-8 | Part SH-8 | 20 pcs | 26.11.2026 |\n");
    }

    @Test
    void quantitiesStandRight() {
        assertThat(table("Summarise this.", LINES).head()).endsWith("\n| --- | --- | --- | ---: | --- |\n");
    }

    @Test
    void onlyTheFirstRowsAreShown() {
        List<Fact> many = IntStream.range(0, 9)
                .mapToObj(i -> new Fact("lines." + i + ".item", "Item", "Part " + i, "Lines"))
                .toList();

        RowTable table = table("Summarise this.", many);

        assertThat(table.size()).isEqualTo(5);
        assertThat(table.rows()).hasSize(5).last().isEqualTo("| 4 [#lines.4.item] | Part 4 |\n");
    }

    @Test
    void aTechnicalKeyIsNotShown() {
        String key = "5f2c9a7e-0b1d-4c3a";

        RowTable table = table("Why?", List.of(new Fact("lines." + key + ".item", "Item", "Pump", "Lines")));

        assertThat(table.head()).startsWith("| Item |\n");
        assertThat(table.rows()).containsExactly("| Pump [#lines." + key + ".item] |\n");
    }

    @Test
    void aValueCanBreakNeitherARowNorACell() {
        RowTable table = table("Why?", List.of(new Fact("lines.10.note", "No|te", "a | b\nc", "Lines")));

        assertThat(table.head()).startsWith("| # | No\\|te |\n");
        assertThat(table.rows()).containsExactly("| 10 [#lines.10.note] | a \\| b c |\n");
    }
}
