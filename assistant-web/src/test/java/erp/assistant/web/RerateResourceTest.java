package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import erp.assistant.AssistantException;
import erp.assistant.Cost;
import erp.assistant.Problem;
import erp.assistant.report.PriceBook;
import erp.assistant.report.Rerating;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RerateResourceTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private final Recording rerating = new Recording();
    private final RerateResource resource = new RerateResource(rerating, RerateResourceTest::prices);

    private static PriceBook.State prices() {
        return new PriceBook.State("p", "0123456789ab", Instant.EPOCH, 1, Optional.empty(), List.of(), List.of());
    }

    @Test
    void aPreviewChangesNothing() {
        String json = resource.rerate(NOVEMBER, RerateRequest.parse("{\"apply\": false}"), "adam");

        assertThat(rerating.applier).isNull();
        assertThat(json).isEqualTo("""
                {"month":"2026-11","applied":false,"prices":"0123456789ab","skipped":0,"totals":[],"models":[\
                {"model":"m","attempts":9,"changed":4,"before":{"amount":"2.50","currency":"EUR"},\
                "after":{"amount":"2.25","currency":"EUR"},"difference":{"amount":"-0.25","currency":"EUR"},\
                "unpricedBefore":3,"unpricedAfter":0}]}""");
    }

    @Test
    void itIsAppliedInTheNameOfWhoAsks() {
        String json = resource.rerate(
                NOVEMBER, RerateRequest.parse("{\"apply\": true, \"prices\": \"0123456789ab\"}"), "adam");

        assertThat(rerating.applier).isEqualTo("adam");
        assertThat(json).contains("\"applied\":true");
    }

    @Test
    void otherPricesThanThoseOfThePreviewAreNotApplied() {
        Problem problem = catchThrowableOfType(
                        AssistantException.class,
                        () -> resource.rerate(
                                NOVEMBER, RerateRequest.parse("{\"apply\": true, \"prices\": \"ffff\"}"), "adam"))
                .problem();

        assertThat(problem.detail())
                .isEqualTo("The prices have changed since ffff: now they are 0123456789ab. Look at a new preview.");
        assertThat(rerating.applier).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"apply\": \"true\"}", "{\"apply\": 1}", "{\"apply\": null}"})
    void whetherToApplyMustBeSaid(String body) {
        Problem problem = catchThrowableOfType(AssistantException.class, () -> RerateRequest.parse(body))
                .problem();

        assertThat(problem.code()).isEqualTo(Problem.Code.QUESTION_INVALID);
        assertThat(problem.detail()).isEqualTo("The body needs apply as true or false, such as in {\"apply\": false}.");
    }

    private static final class Recording implements Rerating {

        private @Nullable String applier;

        @Override
        public Report preview(YearMonth month) {
            return report(month, false);
        }

        @Override
        public Report apply(YearMonth month, String by) {
            applier = by;
            return report(month, true);
        }

        private static Report report(YearMonth month, boolean applied) {
            Currency euro = Currency.getInstance("EUR");
            return new Report(
                    month,
                    applied,
                    "0123456789ab",
                    0,
                    List.of(),
                    List.of(new Line("m", 9, 4, new Cost(2_500_000_000L, euro), new Cost(2_250_000_000L, euro), 3, 0)));
        }
    }
}
