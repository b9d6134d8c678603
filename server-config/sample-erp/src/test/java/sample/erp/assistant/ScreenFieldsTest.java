package sample.erp.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An answer cites a field by its id; the screen must have an element with that id to point to. */
class ScreenFieldsTest {

    private static final Path SCRIPTS = Path.of("src/main/webapp/js");

    @ParameterizedTest
    @CsvSource({
        "sales-order, sales-order, 4711, carl",
        "sales-order, sales-order, 4731, carl",
        "customer-invoice, invoice, 87909, carl",
        "customer, customer, 10017, carl",
        "delivery, delivery, DN60001, carl",
        "item, item, MT-9900, carl",
        "purchase-order, purchase-order, 45304, carl",
        "purchase-order, purchase-order, 45305, carl",
        "supplier-invoice, supplier-invoice, ER5001, carl",
        "production-order, production-order, 80012, carl",
        "production-order, production-order, 79950, carl",
        "ledger-account, ledger-account, 6200, carl",
        "payment-run, payment-run, 9031, carl"
    })
    void theScreenMarksEveryFieldOfTheRecord(String type, String page, String id, String login) throws IOException {
        assertThat(screen(page)).containsAll(ids(Reads.get(Reads.source(type), id, login)));
    }

    @Test
    void theFacesPageMarksEveryFieldOfTheRecord() throws IOException {
        String page = Files.readString(SCRIPTS.resolveSibling("supplier.xhtml"));

        assertThat(ids(Reads.get(Reads.SUPPLIERS, "70001", "bert")))
                .allMatch(
                        id -> page.contains("data-assistant-field=\"" + id + "\"") || page.contains("}." + id + "\""));
    }

    private static Set<String> ids(BusinessRecord record) {
        Set<String> ids = record.fields().stream().map(Field::id).collect(Collectors.toSet());
        record.rows().stream()
                .flatMap(rows -> rows.rows().stream())
                .flatMap(row -> row.cells().stream())
                .map(Field::id)
                .forEach(ids::add);
        return ids;
    }

    /** The quoted words of a screen's scripts. */
    private static Set<String> screen(String page) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String script : List.of(page, "credit", "decisions", "note")) {
            text.append(Files.readString(SCRIPTS.resolve(script + ".js")));
        }
        return Pattern.compile("'([A-Za-z][A-Za-z0-9]*)'")
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }
}
