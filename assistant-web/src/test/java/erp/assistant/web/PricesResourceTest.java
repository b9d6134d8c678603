package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.report.PriceBook;
import erp.assistant.report.PriceRows;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PricesResourceTest {

    @Test
    void eachRowIsToldWithItsExactPrices() {
        Map<String, BigDecimal> prices = new LinkedHashMap<>();
        prices.put("input", new BigDecimal("1E-7"));
        prices.put("output", new BigDecimal("5.00"));
        PriceRows.Row row = new PriceRows.Row(
                "haiku",
                "*",
                List.of("claude-haiku-4-5"),
                LocalDate.of(2026, 1, 1),
                Optional.empty(),
                200_000,
                "flex",
                prices,
                Currency.getInstance("USD"));
        PriceBook.State state =
                new PriceBook.State("p.csv", "0f5c", Instant.EPOCH, 1, Optional.empty(), List.of(), List.of());

        assertThat(new PricesResource(() -> state, () -> List.of(row)).prices()).isEqualTo("""
                {"state":{"file":"p.csv","fingerprint":"0f5c","loadedAt":"1970-01-01T00:00:00Z","rows":1,\
                "unpricedModels":[],"endingWithoutSuccessor":[],"problem":null},\
                "rows":[{"id":"haiku","provider":"*","models":["claude-haiku-4-5"],"firstDay":"2026-01-01",\
                "aboveTokens":200000,"serviceTier":"flex","prices":{"input":"0.0000001","output":"5.00"},\
                "currency":"USD","lastDay":null}]}""");
    }
}
