package sample.erp.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CreditStandingTest {

    @Test
    void exposureIsWhatIsOwedAndWhatIsOrdered() {
        CreditStanding standing = standing("40000.00", "34896.90", "15887.48", 47);

        assertThat(standing.exposure()).isEqualByComparingTo("50784.38");
        assertThat(standing.overLimitBy()).isEqualByComparingTo("10784.38");
        assertThat(standing.available()).isEqualByComparingTo("0");
        assertThat(standing.brokenRules())
                .containsExactly(
                        "CR-01: the exposure is over the credit limit",
                        "CR-02: an invoice is more than 30 days overdue");
    }

    @Test
    void exactlyTheLimitAndExactlyThirtyDaysAreTolerated() {
        CreditStanding standing = standing("1000.00", "600.00", "400.00", 30);

        assertThat(standing.brokenRules()).isEmpty();
        assertThat(standing.overLimitBy()).isEqualByComparingTo("0");
    }

    @Test
    void aCentOverTheLimitAndADayTooLateAreNot() {
        assertThat(standing("1000.00", "600.00", "400.01", 0).brokenRules()).hasSize(1);
        assertThat(standing("1000.00", "600.00", "0.00", 31).brokenRules()).hasSize(1);
    }

    private static CreditStanding standing(String limit, String invoices, String orders, long days) {
        return new CreditStanding(
                new BigDecimal(limit),
                new BigDecimal(invoices),
                new BigDecimal(orders),
                new BigDecimal(invoices),
                1,
                days);
    }
}
