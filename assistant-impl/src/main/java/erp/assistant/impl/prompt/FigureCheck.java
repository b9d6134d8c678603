package erp.assistant.impl.prompt;

import erp.assistant.AnswerEvent.Figures;
import erp.assistant.chat.Fact;
import java.math.BigDecimal;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares the figures of an answer with what was sent.
 *
 * <p>A number, date or code in the answer is explained if a sent value, label or row number, the question, the record's label or
 * one of the prompt's dates has the same in any usual local form, or if it follows from what was sent ({@link Derived}). List markers, ordinals ("2nd") and citation marks are no figures.
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
        FigureScanner scanner = new FigureScanner(sent::contains, (figure, known) -> {
            checked[0]++;
            if (!known) {
                unmatched.add(figure);
            }
        });
        scanner.scan(written.originals().remove(Citations.without(answer)));
        if (!unmatched.isEmpty()) {
            Derived derived = new Derived(written, sent);
            unmatched.removeIf(derived::explains);
        }
        return new Figures(checked[0], unmatched);
    }

    private static Set<Reading> sent(WrittenPrompt written) {
        Set<Reading> readings = new HashSet<>();
        // Labels and row numbers come back in each row, and many values too.
        Set<String> texts = new HashSet<>();
        for (Fact fact : written.prompt().facts()) {
            texts.add(fact.value());
            texts.add(fact.label());
            texts.add(rowNumber(fact.id()));
        }
        texts.add(written.prompt().question());
        texts.addAll(written.alsoTold());
        FigureScanner scanner = collecting(readings);
        for (String text : texts) {
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

    /** An answer may leave out what everybody knows: "2 May", "May 2026", "in 2026". */
    private static List<Reading> parts(Reading.Day day) {
        return List.of(
                new Reading.DayOfYear(MonthDay.from(day.date())),
                new Reading.Month(YearMonth.from(day.date())),
                new Reading.Amount(BigDecimal.valueOf(day.date().getYear())));
    }
}
