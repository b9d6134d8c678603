package erp.assistant.impl.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenCalibrationTest {

    private final TokenCalibration calibration = new TokenCalibration();

    @Test
    void nothingIsTakenForKnownBeforeThereIsEnough() {
        for (int i = 1; i < TokenCalibration.ENOUGH; i++) {
            calibration.learn("m", 1_000, 700);
        }
        assertThat(calibration.factor("m")).isEqualTo(1);

        calibration.learn("m", 1_000, 700);

        assertThat(calibration.factor("m")).isBetween(0.71, 0.72);
        assertThat(calibration.factor("other")).isEqualTo(1);
    }

    @Test
    void theDensestPromptCounts() {
        for (int i = 0; i < TokenCalibration.ENOUGH; i++) {
            calibration.learn("m", 1_000, 600 + i);
        }
        calibration.learn("m", 1_000, 900);

        assertThat(calibration.factor("m")).isGreaterThan(0.9);
    }

    @Test
    void whatIsNotReportedTellsNothing() {
        calibration.learn("m", 0, 10);
        calibration.learn("m", 10, 0);

        assertThat(calibration.factor("m")).isEqualTo(1);
    }

    @Test
    void calibratedEstimatesAreAlmostNeverTooLowAndMuchNearerToTheTruth() {
        Random random = new Random(7);
        int tooLow = 0;
        double calibrated = 0;
        for (int i = 0; i < 2_000; i++) {
            int estimate = 400 + random.nextInt(1_000);
            long truth = Math.round(estimate * (0.62 + 0.08 * random.nextDouble()));
            double ours = estimate * calibration.factor("m");
            if (i >= TokenCalibration.ENOUGH) {
                tooLow += ours < truth * 0.98 ? 1 : 0;
                calibrated += ours / truth;
            }
            calibration.learn("m", estimate, truth);
        }

        assertThat(tooLow).isZero();
        assertThat(calibrated / (2_000 - TokenCalibration.ENOUGH)).isLessThan(1.15);
    }
}
