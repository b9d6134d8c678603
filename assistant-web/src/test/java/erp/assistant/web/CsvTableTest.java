package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    private final CsvTable table = new CsvTable(List.of("a", "b"));

    @Test
    void headerAndLinesEndInCarriageReturnAndLineFeed() {
        table.add("x", 1);
        assertThat(table).hasToString("a,b\r\nx,1\r\n");
    }

    @Test
    void whatWouldBreakALineIsQuoted() {
        table.add("one, \"two\"", "three\r\nfour");
        assertThat(table).hasToString("a,b\r\n\"one, \"\"two\"\"\",\"three\r\nfour\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a"})
    void aTextThatASpreadsheetWouldRunIsMadeHarmless(String text) {
        table.add(text, "");
        String line = table.toString().substring("a,b\r\n".length());
        assertThat(line.replaceFirst("^\"", "")).startsWith("'" + text.charAt(0));
    }

    @Test
    void aQuotedFormulaIsHarmlessToo() {
        table.add("=HYPERLINK(\"http://x\",\"y\")", "");
        assertThat(table.toString()).contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
    }

    @Test
    void numbersStayNumbersAndExact() {
        table.add(-7L, new BigDecimal("1E-9"));
        assertThat(table.toString()).endsWith("\r\n-7,0.000000001\r\n");
    }

    @Test
    void aLineHasACellForEachColumn() {
        assertThatThrownBy(() -> table.add("x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 cells do not fit into 2 columns");
    }
}
