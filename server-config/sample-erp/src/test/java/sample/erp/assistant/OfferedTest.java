package sample.erp.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.QuickAction;
import erp.assistant.record.RecordSource;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How many prepared questions are offered about a record, whatever its type and state. */
class OfferedTest {

    private static final int LEAST = 3;
    private static final int MOST = 5;

    @ParameterizedTest
    @CsvSource({
        "sales-order, 4711, anna",
        "sales-order, 4711, vera",
        "sales-order, 4700, carl",
        "customer, 10017, anna",
        "customer, 10003, vera",
        "customer-invoice, 87909, anna",
        "customer-invoice, 87917, anna",
        "delivery, DN60001, vera",
        "item, GB-3300, vera",
        "item, MT-9900, carl",
        "purchase-order, 45304, bert",
        "purchase-order, 45305, carl",
        "purchase-order, 45291, bert",
        "supplier-invoice, ER5001, carl",
        "supplier-invoice, ER979, carl",
        "supplier, 70001, bert",
        "supplier, 70009, bert",
        "production-order, 80012, paul",
        "production-order, 79950, paul",
        "ledger-account, 6200, carl",
        "payment-run, 9031, carl",
        "payment-run, 9030, carl"
    })
    void threeToFiveQuestionsAreOfferedInEveryState(String type, String id, String login) {
        BusinessRecord record = Reads.get(Reads.source(type), id, login);

        assertThat(record.actions()).hasSizeBetween(LEAST, MOST);
        assertThat(record.actions()).extracting(QuickAction::id).doesNotHaveDuplicates();
        assertThat(record.actions().get(0).id()).isEqualTo("summary");
    }

    @Test
    void whatTheStateSuggestsComesBeforeWhatMayAlwaysBeAsked() {
        assertThat(Reads.get(Reads.PURCHASE_ORDERS, "45305", "carl").actions())
                .extracting(QuickAction::id)
                .containsExactly("summary", "approve-what", "attention");
    }

    @ParameterizedTest
    @MethodSource("sources")
    void listsHaveThemToo(RecordSource source) {
        List<QuickAction> actions = source.list(new Asker("carl", role -> false, Locale.ENGLISH))
                .orElseThrow()
                .actions();

        assertThat(actions).hasSizeBetween(LEAST, MOST);
        assertThat(actions).extracting(QuickAction::id).doesNotHaveDuplicates();
    }

    static List<RecordSource> sources() {
        return Reads.ALL;
    }
}
