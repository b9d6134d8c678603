package sample.erp.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An answer cites a field by its id; the screen must have an element with that id to point to. */
class ScreenFieldsTest {

    private static final Path SCRIPTS = Path.of("src/main/webapp/js");

    @Test
    void theOrderScreenMarksEveryFieldOfTheRecord() throws IOException {
        assertThat(screen("sales-order")).containsAll(ids(Reads.get(Reads.ORDERS, "4711", "carl")));
    }

    @Test
    void theInvoiceScreenMarksEveryFieldOfTheRecord() throws IOException {
        assertThat(screen("invoice")).containsAll(ids(Reads.get(Reads.INVOICES, "87909", "carl")));
    }

    @Test
    void theCustomerScreenMarksEveryFieldOfTheRecord() throws IOException {
        assertThat(screen("customer")).containsAll(ids(Reads.get(Reads.CUSTOMERS, "10017", "carl")));
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
        String text = Files.readString(SCRIPTS.resolve(page + ".js")) + Files.readString(SCRIPTS.resolve("credit.js"));
        return Pattern.compile("'([A-Za-z][A-Za-z0-9]*)'")
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }
}
