package erp.assistant.web.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Charts of fenced data blocks in an answer. */
class PanelChartTest extends PanelTestBase {
    private static final String BARS =
            "{\"type\":\"bar\",\"title\":\"Open amount\",\"labels\":[\"Sep\",\"Oct\",\"Nov\"],"
                    + "\"series\":[{\"name\":\"Due\",\"values\":[1200,-300.5,null]},{\"name\":\"Paid\",\"values\":[900,0,450]}]}";

    private static String fenced(String json) {
        return "Before [#status].\n\n```chart\n" + json + "\n```\n\nAfter.";
    }

    @Test
    void aDataBlockBecomesAChartOnceItIsWhole() throws Exception {
        openPage();
        var answer = ask("Chart").stream().meta().delta("Before.\n\n```chart\n" + BARS + "\n");
        assertThat(text().locator("pre")).containsText("Open amount");
        assertThat(text().locator(".chart")).hasCount(0);
        answer.delta("```\n\nAfter.").done();

        assertThat(text().locator("pre")).hasCount(0);
        assertThat(text().locator("figcaption")).hasText("Open amount");
        assertThat(text().locator(".chart > svg"))
                .hasAccessibleName(
                        "Chart: Open amount. Sep: Due 1,200, Paid 900; Oct: Due -300.5, Paid 0; Nov: Due –, Paid 450");
        assertThat(text().locator(".legend li")).hasText(new String[] {"Due", "Paid"});
        assertThat(text().locator(".chart > svg .bar")).hasCount(5);
    }

    @Test
    void theFiguresAreThereAsATableAndAreCopiedAsOne() throws Exception {
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        openPage("de", "light", "");
        assertThat(summary()).containsText("5 Felder");
        ask("Chart").stream().meta().delta(fenced(BARS)).done();

        text().locator(".chart summary").click();

        assertThat(text().locator(".chart th[scope=row]")).hasText(new String[] {"Sep", "Oct", "Nov"});
        assertThat(text().locator(".chart td")).hasText(new String[] {"1.200", "900", "-300,5", "0", "–", "450"});
        answer().locator(".buttons .plain").click();
        assertThat(status()).hasText("Antwort kopiert.");
        assertThat(page.evaluate("navigator.clipboard.readText()"))
                .isEqualTo("Before.\n\nOpen amount\tDue\tPaid\nSep\t1200\t900\nOct\t-300.5\t0\nNov\t–\t450\n\nAfter.");
    }

    @Test
    void aLineIsInterruptedWhereNothingIsKnown() throws Exception {
        openPage();
        ask("Chart").stream()
                .meta()
                .delta(
                        fenced(
                                "{\"type\":\"line\",\"labels\":[1,2,3,4],\"series\":[{\"name\":\"Stock\",\"values\":[5,null,7,8]}]}"))
                .done();

        assertThat(text().locator("figcaption")).hasText("Stock");
        assertThat(text().locator(".chart > svg .dot")).hasCount(1);
        assertThat(text().locator(".chart > svg polyline")).hasCount(1);
        assertThat(text().locator(".legend")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not JSON",
                "null",
                "[]",
                "{\"type\":\"pie\",\"labels\":[\"a\"],\"series\":[{\"name\":\"s\",\"values\":[1]}]}",
                "{\"type\":\"bar\",\"labels\":[],\"series\":[]}",
                "{\"type\":\"bar\",\"labels\":[\"a\",\"b\"],\"series\":[{\"name\":\"s\",\"values\":[1]}]}",
                "{\"type\":\"bar\",\"labels\":[\"a\"],\"series\":[{\"name\":\"s\",\"values\":[\"1\"]}]}",
                "{\"type\":\"bar\",\"labels\":[\"a\"],\"series\":[{\"name\":\"s\",\"values\":[null]}]}",
                "{\"type\":\"bar\",\"labels\":[{}],\"series\":[{\"name\":\"s\",\"values\":[1]}]}",
                "{\"type\":\"bar\",\"labels\":[\"a\"],\"series\":[{\"name\":null,\"values\":[1]}]}",
                "{\"type\":\"bar\",\"title\":{},\"labels\":[\"a\"],\"series\":[{\"name\":\"s\",\"values\":[1]}]}"
            })
    void dataThatMakesNoSenseStaysCode(String json) throws Exception {
        openPage();
        ask("Chart").stream().meta().delta(fenced(json)).done();
        assertThat(status()).containsText("Answer complete.");

        assertThat(text().locator("pre")).hasText(json);
        assertThat(text().locator(".chart")).hasCount(0);
    }

    @Test
    void hostileNamesStayTextAndMarkedFiguresLeaveTheDrawingAlone() throws Exception {
        openPage();
        ask("Chart").stream()
                .meta()
                .delta(fenced("{\"type\":\"bar\",\"title\":\"<img src=x onerror=alert(1)>\",\"labels\":[\"17300\"],"
                        + "\"series\":[{\"name\":\"<script>1</script>\",\"values\":[17300]}]}"))
                .done("\"figures\":{\"checked\":1,\"unmatched\":[\"17,300\",\"17300\"]}");

        assertThat(text().locator("figcaption")).hasText("<img src=x onerror=alert(1)>");
        text().locator(".chart summary").click();
        assertThat(text().locator(".chart td mark")).hasCount(1);
        assertThat(text().locator("svg mark")).hasCount(0);
        assertThat(text().locator("img, script")).hasCount(0);
    }
}
