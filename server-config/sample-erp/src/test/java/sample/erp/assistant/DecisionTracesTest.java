package sample.erp.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static sample.erp.assistant.Reads.cell;
import static sample.erp.assistant.Reads.get;
import static sample.erp.assistant.Reads.rows;

import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Decision;
import erp.assistant.record.Rows;
import erp.assistant.record.Value;
import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

/** "Why is it blocked?", for the kinds of blocks that the ERP knows. */
class DecisionTracesTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void creditHold() {
        BusinessRecord order = get(Reads.ORDERS, "4711", "anna");

        assertThat(rows(order, Decision.ROWS).rows())
                .extracting(Rows.Row::key)
                .containsExactly("CR-01", "CR-02", "DL-01-30");
        assertThat(cell(order, Decision.ROWS, "CR-01", "actual"))
                .isEqualTo(new Value.Money(new BigDecimal("50784.38"), EUR));
        assertThat(cell(order, Decision.ROWS, "CR-01", "limit"))
                .isEqualTo(new Value.Money(new BigDecimal("40000.00"), EUR));
        assertThat(cell(order, Decision.ROWS, "CR-01", "outcome")).isEqualTo(new Value.Text("stopped"));
        assertThat(cell(order, Decision.ROWS, "CR-01", "liftedBy")).isEqualTo(new Value.Text("Head of accounting"));
        assertThat(cell(order, Decision.ROWS, "CR-02", "actual"))
                .isEqualTo(new Value.Quantity(BigDecimal.valueOf(47), "days"));
    }

    @Test
    void theWarehouseLearnsOfLateLinesAndNothingOfCredit() {
        assertThat(rows(get(Reads.ORDERS, "4711", "vera"), Decision.ROWS).rows())
                .extracting(Rows.Row::key)
                .containsExactly("DL-01-30");
    }

    @Test
    void lateDelivery() {
        assertThat(rows(get(Reads.ORDERS, "4718", "anna"), Decision.ROWS).rows())
                .extracting(Rows.Row::key)
                .containsExactly("DL-01-10", "DL-01-20");
    }

    @Test
    void priceDeviation() {
        BusinessRecord order = get(Reads.ORDERS, "4731", "anna");

        assertThat(rows(order, Decision.ROWS).rows()).extracting(Rows.Row::key).containsExactly("PR-01-20", "PR-01-40");
        assertThat(cell(order, Decision.ROWS, "PR-01-20", "limit"))
                .isEqualTo(new Value.Percent(new BigDecimal("10.0")));
        assertThat(cell(order, Decision.ROWS, "PR-01-20", "actual"))
                .isEqualTo(new Value.Percent(new BigDecimal("12.6")));
    }

    @Test
    void invoiceMismatch() {
        BusinessRecord invoice = get(Reads.SUPPLIER_INVOICES, "ER5001", "carl");

        assertThat(rows(invoice, Decision.ROWS).rows())
                .extracting(Rows.Row::key)
                .containsExactly("IM-01-10", "IM-02-20");
        assertThat(cell(invoice, Decision.ROWS, "IM-01-10", "actual"))
                .isEqualTo(new Value.Percent(new BigDecimal("7.0")));
        assertThat(cell(invoice, Decision.ROWS, "IM-02-20", "limit"))
                .isEqualTo(new Value.Quantity(BigDecimal.valueOf(32), "pcs"));
    }

    @Test
    void approval() {
        BusinessRecord waiting = get(Reads.PURCHASE_ORDERS, "45305", "carl");
        BusinessRecord approved = get(Reads.PURCHASE_ORDERS, "45304", "carl");

        assertThat(rows(waiting, Decision.ROWS).rows())
                .extracting(Rows.Row::key)
                .containsExactly("AP-01", "AP-03", "SD-01");
        assertThat(cell(waiting, Decision.ROWS, "AP-01", "outcome")).isEqualTo(new Value.Text("stopped"));
        assertThat(cell(waiting, Decision.ROWS, "AP-03", "nextStep")).isEqualTo(new Value.Text("Look at 45306 too"));
        assertThat(cell(approved, Decision.ROWS, "AP-01", "outcome")).isEqualTo(new Value.Text("passed"));
    }

    @Test
    void missingMaterial() {
        BusinessRecord order = get(Reads.PRODUCTION_ORDERS, "80012", "paul");

        assertThat(rows(order, Decision.ROWS).rows()).extracting(Rows.Row::key).contains("MR-01-10");
        assertThat(((Value.Text) cell(order, Decision.ROWS, "MR-01-10", "nextStep")).text())
                .startsWith("Chase purchase order 45304");
    }

    @Test
    void paymentsToBeLookedAt() {
        BusinessRecord run = get(Reads.PAYMENT_RUNS, "9031", "carl");

        assertThat(rows(run, Decision.ROWS).rows().stream()
                        .map(row -> row.key().substring(0, 5))
                        .distinct())
                .containsExactlyInAnyOrder("PY-01", "PY-02");
    }

    @Test
    void whatIsInOrderHasNoTrace() {
        assertThat(get(Reads.ORDERS, "3400", "anna").rows())
                .extracting(Rows::id)
                .doesNotContain(Decision.ROWS);
    }
}
