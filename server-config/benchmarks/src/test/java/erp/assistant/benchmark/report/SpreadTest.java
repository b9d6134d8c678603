package erp.assistant.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadTest {

    @Test
    void theMedianIsTheMiddleAndTheExtremesAreShown() {
        Spread spread = Spread.of(List.of(9.0, 1.0, 2.0));

        assertThat(spread).isEqualTo(new Spread(2, 1, 9, 3));
        assertThat(spread.text()).isEqualTo("2 (1..9)");
    }

    @Test
    void ofAnEvenNumberTheMiddleTwoAreAveraged() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 100.0)).median()).isEqualTo(3);
    }

    @Test
    void oneRoundHasNoExtremes() {
        assertThat(Spread.of(List.of(0.25)).text()).isEqualTo("0.250");
    }

    @Test
    void nothingMeasuredIsADashAndNoRatio() {
        assertThat(Spread.of(List.of()).text()).isEqualTo("-");
        assertThat(Spread.of(List.of()).times(Spread.of(List.of(1.0)))).isNaN();
        assertThat(Spread.of(List.of(6.0)).times(Spread.of(List.of(3.0)))).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.0714, 0.071", "1.256, 1.26", "12.34, 12.3", "2000, 2000", "1234.4, 1234", "-3.2, -3.20"})
    void figuresAreShownWithAboutThreeDigits(double value, String shown) {
        assertThat(Spread.plain(value)).isEqualTo(shown);
    }
}
