package erp.assistant.impl.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainFiguresTest {

    private static final int TEXTS = 50_000;
    private static final List<String> PARTS = List.of(
            "0", "1", "12", "123", "400", "2026", "05", "31", "-", ".", ",", " ", "EUR", "%", "pcs", "mar", "May", "T",
            ":");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4711",
                "0",
                "-5",
                "12400.00 EUR",
                "-0.50 EUR",
                "12.500",
                "012.500",
                "1234.567",
                "12.5 %",
                "3.25 pcs",
                "2026-05-02",
                "7.5 May"
            })
    void plainValuesHaveTheReadingsThatTheScannerFinds(String text) {
        assertThat(PlainFigures.of(text)).contains(scanned(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "SO-4711",
                "12 mar",
                "12 pcs",
                "2026-02-30",
                "1.2.3",
                "12.",
                "12,50",
                "2026-05-02 14:30",
                "١٢"
            })
    void othersAreLeftToTheScanner(String text) {
        assertThat(PlainFigures.of(text)).isEmpty();
    }

    @Test
    void whateverIsTakenForPlainHasTheReadingsThatTheScannerFinds() {
        Random random = new Random(4711);
        int plain = 0;
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int part = 0; part <= random.nextInt(6); part++) {
                text.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            Optional<Set<Reading>> readings = PlainFigures.of(text.toString());
            if (readings.isPresent()) {
                plain++;
                assertThat(readings.get()).as("'%s'", text).isEqualTo(scanned(text.toString()));
            }
        }
        assertThat(plain).isGreaterThan(TEXTS / 20);
    }

    /** All readings of all ways of writing, as of a text that was sent. */
    private static Set<Reading> scanned(String text) {
        Set<Reading> readings = new HashSet<>();
        new FigureScanner(
                        reading -> {
                            readings.add(reading);
                            return false;
                        },
                        (figure, known) -> {})
                .scan(text);
        return readings;
    }
}
