package erp.assistant.impl.prompt;

import erp.assistant.AnswerEvent.Figures;
import erp.assistant.chat.Fact;
import java.math.BigDecimal;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares the figures of an answer with what was sent.
 *
 * <p>A number, date or code in the answer is explained if a sent value, label or row number, the question, the record's label or
 * one of the prompt's dates has the same in any usual local form, or if it follows from what was sent ({@link Derived}). A currency
 * that was not sent makes an amount an unexplained one ({@link Currencies}), and so is a document number of which only the parts were sent. List markers, ordinals ("2nd") and citation marks are no figures.
 */
public final class FigureCheck {

    private FigureCheck() {}

    /** The figures of the whole text of an answer. */
    public static Figures of(String answer, WrittenPrompt written) {
        if (!FigureScanner.mayHaveFigures(answer)) {
            return new Figures(0, List.of());
        }
        Set<Reading> sent = sent(written);
        List<String> unmatched = new ArrayList<>();
        int[] checked = {0};
        Set<String> shapes = shapes(sent);
        FigureScanner scanner =
                new FigureScanner(sent::contains, reading -> hasShape(reading, shapes), (figure, known) -> {
                    checked[0]++;
                    if (!known) {
                        unmatched.add(figure);
                    }
                });
        String said = written.originals().remove(Citations.without(answer));
        scanner.scan(said);
        if (!unmatched.isEmpty()) {
            Derived derived = new Derived(written, sent, Citations.ids(answer, written));
            unmatched.removeIf(derived::explains);
        }
        Currencies.foreign(said, told(written)).stream()
                .filter(figure -> !unmatched.contains(figure))
                .forEach(unmatched::add);
        return new Figures(checked[0], unmatched);
    }

    /** How the document numbers look that were sent: another that looks the same is one too, and not two numbers side by side. */
    private static Set<String> shapes(Set<Reading> sent) {
        Set<String> shapes = new HashSet<>();
        for (Reading reading : sent) {
            if (reading instanceof Reading.Code code) {
                code.shape().ifPresent(shapes::add);
            }
        }
        return shapes;
    }

    private static boolean hasShape(Reading reading, Set<String> shapes) {
        return reading instanceof Reading.Code code
                && code.shape().filter(shapes::contains).isPresent();
    }

    /** All that was told, each text once: labels and row numbers come back in each row, and many values too. */
    private static Set<String> told(WrittenPrompt written) {
        Set<String> texts = new HashSet<>();
        for (Fact fact : written.prompt().facts()) {
            texts.add(fact.value());
            texts.add(fact.label());
            texts.add(rowNumber(fact.id()));
        }
        texts.add(written.prompt().question());
        texts.addAll(written.alsoTold());
        return texts;
    }

    private static Set<Reading> sent(WrittenPrompt written) {
        Set<Reading> readings = new HashSet<>();
        FigureScanner scanner = collecting(readings);
        for (String text : told(written)) {
            PlainFigures.of(text)
                    .ifPresentOrElse(plain -> plain.forEach(each -> collect(each, readings)), () -> scanner.scan(text));
        }
        return readings;
    }

    /** The middle of three parts, or empty. */
    private static String rowNumber(String id) {
        int first = id.indexOf('.');
        int second = first < 0 ? -1 : id.indexOf('.', first + 1);
        boolean threeParts = second >= 0 && id.indexOf('.', second + 1) < 0;
        return threeParts ? id.substring(first + 1, second) : "";
    }

    /** Adds each possible reading: the scanner tries all of them because none is accepted as known. */
    private static FigureScanner collecting(Set<Reading> readings) {
        return new FigureScanner(
                reading -> {
                    collect(reading, readings);
                    return false;
                },
                (figure, known) -> {});
    }

    private static void collect(Reading reading, Set<Reading> readings) {
        readings.add(reading);
        if (reading instanceof Reading.Day day) {
            readings.addAll(parts(day));
        }
    }

    /** An answer may leave out what everybody knows: "2 May", "May 2026", "in 2026"; or tell the week or the quarter. */
    private static List<Reading> parts(Reading.Day day) {
        return List.of(
                new Reading.DayOfYear(MonthDay.from(day.date())),
                new Reading.Month(YearMonth.from(day.date())),
                new Reading.Week(day.date().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
                new Reading.Quarter(day.date().get(IsoFields.QUARTER_OF_YEAR)),
                new Reading.Amount(BigDecimal.valueOf(day.date().getYear())));
    }
}
