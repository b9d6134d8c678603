package erp.assistant.impl.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceFileTest {

    private static final String COLUMNS = String.join(",", PriceFile.COLUMNS);
    private static final String GOOD = "a,*,m|n-*,2026-01-01,2026-06-30,0,1,0.1,,,5,USD,list,2026-01-01";

    private static List<String> file(String... rows) {
        List<String> lines = new ArrayList<>(List.of("# prices", "", COLUMNS));
        lines.addAll(List.of(rows));
        return lines;
    }

    /** The row is line 5, below a good one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "b,*,m,2026-07-01,,0,1,0.1,,,5,USD,list;has 13 values instead of 14",
                ",*,m,2026-07-01,,0,1,,,,5,USD,list,2026-01-01;id is empty",
                "b,*,m,2026-07-01,,0,20000,,,,5,USD,list,2026-01-01;"
                        + "input '20000' is above 1000 per 1,000,000 tokens%s",
                "b,*,m,2026-07-01,,0,1,,,,1000.01,USD,list,2026-01-01;"
                        + "output '1000.01' is above 1000 per 1,000,000 tokens%s",
                "b,*,m,2026-07-01,,0,-1,,,,5,USD,list,2026-01-01;input '-1' is no decimal number such as 0.25",
                "b,*,m,2026-07-01,,0,1e3,,,,5,USD,list,2026-01-01;input '1e3' is no decimal number such as 0.25",
                "b,*,m,2026-07-01,,0,,,,,5,USD,list,2026-01-01;input is empty",
                "b,*,m,2026-07-01,,0,1,,,,,USD,list,2026-01-01;output is empty",
                "b,*,m,2026-07-01,,-5,1,,,,5,USD,list,2026-01-01;above_tokens '-5' is no whole number from 0",
                "b,*,m,01.07.2026,,0,1,,,,5,USD,list,2026-01-01;valid_from '01.07.2026' is no day such as 2026-11-30",
                "b,*,m,2026-07-01,2026-06-30,0,1,,,,5,USD,list,2026-01-01;valid_to is before valid_from",
                "b,*,m,2026-07-01,,0,1,,,,5,Euro,list,2026-01-01;currency 'Euro' is no ISO 4217 code",
                "b,*,m,2026-07-01,,0,1,,,,5,USD,,2026-01-01;source is empty",
                "b,*,m,2026-07-01,,0,1,,,,5,USD,list,;checked_on is empty",
                "b,*,m*x,2026-07-01,,0,1,,,,5,USD,list,2026-01-01;"
                        + "model 'm*x' must be a name, or the beginning of a name and one * at its end",
                "b,*,*,2026-07-01,,0,1,,,,5,USD,list,2026-01-01;"
                        + "model '*' would price every model that comes to be: name the models",
                "b,*,m|,2026-07-01,,0,1,,,,5,USD,list,2026-01-01;"
                        + "model '' must be a name, or the beginning of a name and one * at its end",
                "a,*,x,2026-07-01,,0,1,,,,5,USD,list,2026-01-01;id 'a' is already used in line 4",
                "b,*,n-*,2026-06-30,,0,1,,,,5,USD,list,2026-01-01;prices the same model on the same days as line 4",
                "b,*,m,2025-01-01,,0,1,,,,5,USD,list,2026-01-01;prices the same model on the same days as line 4",
            })
    void aBadRowIsNamedWithItsLine(String row, String message) {
        assertThatThrownBy(() -> PriceFile.read("prices.csv", file(GOOD, row)))
                .isInstanceOf(PriceFileException.class)
                .hasMessage("prices.csv line 5: "
                        + message.formatted("; allowed are 0 and 0.01 to 1000 per 1,000,000 tokens"));
    }

    @Test
    void neighboursInTimeTierAndProviderDoNotCollide() {
        assertThat(PriceFile.read(
                        "prices.csv",
                        file(
                                GOOD,
                                "next,*,m,2026-07-01,,0,1,,,,5,USD,list,2026-01-01",
                                "tier,*,m,2026-01-01,2026-06-30,1000,1,,,,5,USD,list,2026-01-01",
                                "own,p,m,2026-01-01,2026-06-30,0,1,,,,5,USD,list,2026-01-01")))
                .hasSize(4);
    }

    /** What the issue trackers of gateways are full of: each costs somebody a factor of 2 to a million. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "b,*,x,2026-01-01,,0,0.000003,,,,0.000015,USD,s,2026-01-01;input '0.000003' is below 0.01 per 1,000,000"
                        + " tokens: is it the price of one or of a thousand?",
                "b,*,x,2026-01-01,,0,0.003,,,,0.015,USD,s,2026-01-01;input '0.003' is below 0.01",
                "b,*,x,2026-01-01,,0,3,0.0003,,,15,USD,s,2026-01-01;cache_read '0.0003' is below 0.001",
                "b,*,x,2026-01-01,,0,15,,,,3,USD,s,2026-01-01;output '3' is less than half of input 15: are the columns"
                        + " exchanged?; allowed is half of the input's price and more",
                "b,*,x,2026-01-01,,0,1,,,,101,USD,s,2026-01-01;output '101' is more than 100 times input 1",
                "b,*,x,2026-01-01,,0,3,3.01,,,15,USD,s,2026-01-01;cache_read '3.01' is above the price of input; allowed is"
                        + " up to 3",
                "b,*,x,2026-01-01,,0,3,,12.01,,15,USD,s,2026-01-01;cache_write_5m '12.01' is above 4 times the price of"
                        + " input; allowed is up to 12",
                "b,*,x,2026-01-01,,0,3,,6,3.75,15,USD,s,2026-01-01;cache_write_5m '6' is above the price of a write for an"
                        + " hour; allowed is up to 3.75",
                "b,*,m,2026-07-02,,0,1,,,,5,USD,s,2026-01-01;begins on 2026-07-02, but line 4 ends on 2026-06-30: from"
                        + " 2026-07-01 to 2026-07-01 there is no price; let one end the day before the other begins",
                "b,*,m,2026-07-01,,0,21,,,,105,USD,s,2026-01-01;input goes from 1 in line 4 to 21: is it for another number"
                        + " of tokens? Allowed is a twentieth to twenty times",
                "b,*,m,2026-07-01,,0,0.04,,,,0.2,USD,s,2026-01-01;input goes from 1 in line 4 to 0.04",
                "b,*,x,2026-01-01,,1000,1,,,,5,USD,s,2026-01-01;is for requests above 1000 tokens, but there is no row for"
                        + " shorter ones on all of its days; add one with above_tokens 0",
                "b,*,m,2026-01-01,2026-07-01,1000,1,,,,5,USD,s,2026-01-01;is for requests above 1000 tokens, but there is"
                        + " no row for shorter ones on all of its days",
                "b,*,m,2026-01-01,2026-06-30,1000,0.5,,,,5,USD,s,2026-01-01;input '0.5' for long requests must be once to"
                        + " ten times the 1 of line 4",
                "b,*,m,2026-01-01,2026-06-30,1000,11,,,,5.5,USD,s,2026-01-01;input '11' for long requests must be",
            })
    void whatNoPriceCanBeIsRefusedWithWhatIsAllowed(String row, String message) {
        assertThatThrownBy(() -> PriceFile.read("prices.csv", file(GOOD, row)))
                .isInstanceOf(PriceFileException.class)
                .hasMessageStartingWith("prices.csv line 5: " + message);
    }

    @Test
    void anOwnServerMayBeFree() {
        assertThat(PriceFile.read("prices.csv", file("a,own,m,2026-01-01,,0,0,0,,,0,EUR,own,2026-01-01")))
                .hasSize(1);
    }

    @Test
    void aTierStandsOnAllRowsOfItsDays() {
        assertThat(PriceFile.read(
                        "prices.csv",
                        file(
                                GOOD,
                                "next,*,m,2026-07-01,2026-07-31,0,2,,,,10,USD,s,2026-01-01",
                                "last,*,m,2026-08-01,,0,2,,,,10,USD,s,2026-01-01",
                                "tier,*,m,2026-03-01,,1000,2,,,,10,USD,s,2026-01-01")))
                .hasSize(4);
    }

    @Test
    void columnsMayStandInAnyOrderAndNewOnesMayBeLeftOut() {
        List<PriceRow> rows = PriceFile.read(
                "prices.csv",
                List.of(
                        "web_search,id,provider,model,valid_from,valid_to,above_tokens,input,output,cache_read,cache_write_5m,"
                                + "cache_write_1h,cache_write_other,currency,source,checked_on,service_tier",
                        "10,a,*,m,2026-01-01,,0,1,5,0.1,1.25,2,1.5,USD,s,2026-01-01,Fast"));

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.serviceTier()).isEqualTo("fast");
            assertThat(row.prices())
                    .containsEntry(PriceClass.WEB_SEARCH, BigDecimal.TEN)
                    .containsEntry(PriceClass.CACHE_WRITE_OTHER, new BigDecimal("1.5"))
                    .containsEntry(PriceClass.OUTPUT, BigDecimal.valueOf(5));
        });
    }

    @Test
    void aColumnThatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> PriceFile.read("prices.csv", List.of(COLUMNS + ",websearch")))
                .hasMessageStartingWith("prices.csv line 1: the columns must be ");
        assertThatThrownBy(() -> PriceFile.read("prices.csv", List.of(COLUMNS + ",id")))
                .hasMessageStartingWith("prices.csv line 1: the columns must be ");
    }

    /** The row is line 3, below a good one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "b,*,m,service_tier,flex,0.04,2026-01-01,,s,2026-01-01;factor '0.04' must be 0.05 to 10",
                "b,*,m,service_tier,flex,50,2026-01-01,,s,2026-01-01;factor '50' must be 0.05 to 10",
                "b,*,m,tier,flex,2,2026-01-01,,s,2026-01-01;term 'tier' must be service_tier or geo",
                "a,*,m,geo,us,2,2026-01-01,,s,2026-01-01;id 'a' is used twice",
                "b,*,gpt-*,service_tier,slow | Flex,2,2026-06-01,,s,2026-01-01;says the same of the same model and days as"
                        + " 'a'",
            })
    void aBadFactorIsNamedWithItsLine(String row, String message) {
        List<String> lines = List.of(
                String.join(",", PriceFactor.COLUMNS), "a,*,gpt-*,service_tier,flex,0.5,2026-01-01,,s,2026-01-01", row);
        assertThatThrownBy(() -> PriceFactor.readAll("price-factors.csv", lines))
                .isInstanceOf(PriceFileException.class)
                .hasMessage("price-factors.csv line 3: " + message);
    }

    @Test
    void theColumnsMustBeNamed() {
        assertThatThrownBy(() -> PriceFile.read("prices.csv", List.of("# nothing", GOOD)))
                .hasMessage("prices.csv line 2: the columns must be " + COLUMNS
                        + "; there may be cache_write_other,service_tier,web_search");
        assertThatThrownBy(() -> PriceFile.read("prices.csv", List.of()))
                .hasMessage("prices.csv line 1: the line with the columns is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "b,USD,EUR,0,2026-02-01,t;rate '0' must be above 0 and at most 1000000",
                "b,USD,EUR,,2026-02-01,t;rate is empty",
                "b,USD,EUR,1,2026-01-01,t;there are two rates from USD to EUR on 2026-01-01",
                "a,USD,EUR,1,2026-02-01,t;id 'a' is used twice",
                "b,USD,EUR,1,2026-02-01,;source is empty",
                "b,USD,EUR,93,2026-02-01,t;rate '93' is more than three times, or less than a third, of 'a': is it the rate"
                        + " of the other direction, or of a hundred?",
                "b,USD,XX,1,2026-02-01,t;to 'XX' is no ISO 4217 code",
            })
    void aBadExchangeRateIsNamedWithItsLine(String row, String message) {
        List<String> lines = List.of("id,from,to,rate,valid_from,source", "a,USD,EUR,0.93,2026-01-01,t", row);
        assertThatThrownBy(() -> ExchangeRate.readAll("exchange-rates.csv", lines))
                .isInstanceOf(PriceFileException.class)
                .hasMessage("exchange-rates.csv line 3: " + message);
    }
}
