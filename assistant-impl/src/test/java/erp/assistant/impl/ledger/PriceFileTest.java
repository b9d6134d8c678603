package erp.assistant.impl.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
                "b,*,m,2026-07-01,,0,20000,,,,5,USD,list,2026-01-01;input '20000' is above 1000 per 1,000,000 tokens",
                "b,*,m,2026-07-01,,0,1,,,,1000.01,USD,list,2026-01-01;"
                        + "output '1000.01' is above 1000 per 1,000,000 tokens",
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
                        + "model '*' must be a name, or the beginning of a name and one * at its end",
                "b,*,m|,2026-07-01,,0,1,,,,5,USD,list,2026-01-01;"
                        + "model '' must be a name, or the beginning of a name and one * at its end",
                "a,*,x,2026-07-01,,0,1,,,,5,USD,list,2026-01-01;id 'a' is already used in line 4",
                "b,*,n-*,2026-06-30,,0,1,,,,5,USD,list,2026-01-01;prices the same model on the same days as line 4",
                "b,*,m,2025-01-01,,0,1,,,,5,USD,list,2026-01-01;prices the same model on the same days as line 4",
            })
    void aBadRowIsNamedWithItsLine(String row, String message) {
        assertThatThrownBy(() -> PriceFile.read("prices.csv", file(GOOD, row)))
                .isInstanceOf(PriceFileException.class)
                .hasMessage("prices.csv line 5: " + message);
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

    @Test
    void theColumnsMustBeNamed() {
        assertThatThrownBy(() -> PriceFile.read("prices.csv", List.of("# nothing", GOOD)))
                .hasMessage("prices.csv line 2: the columns must be " + COLUMNS);
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
                "b,USD,XX,1,2026-02-01,t;to 'XX' is no ISO 4217 code",
            })
    void aBadExchangeRateIsNamedWithItsLine(String row, String message) {
        List<String> lines = List.of("id,from,to,rate,valid_from,source", "a,USD,EUR,0.93,2026-01-01,t", row);
        assertThatThrownBy(() -> ExchangeRate.readAll("exchange-rates.csv", lines))
                .isInstanceOf(PriceFileException.class)
                .hasMessage("exchange-rates.csv line 3: " + message);
    }
}
