package erp.assistant.impl.prompt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One way to understand a figure in a text; {@code 1.234} has two: a thousand and more, or one and a bit. */
sealed interface Reading {

    /** A number without sign and unit: an answer may say "5 days early" for -5. */
    record Amount(BigDecimal number) implements Reading {
        public Amount {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.abs().stripTrailingZeros();
        }
    }

    record Day(LocalDate date) implements Reading {}

    record DayOfYear(MonthDay day) implements Reading {}

    record Month(YearMonth month) implements Reading {}

    record Time(LocalTime time) implements Reading {}

    /** A calendar week by ISO 8601, of any year. */
    record Week(int number) implements Reading {}

    /** A quarter of any calendar year. */
    record Quarter(int number) implements Reading {}

    /** A code of letters and digits, such as a document number. */
    record Code(String text) implements Reading {

        private static final Pattern DIGIT = Pattern.compile("\\d");
        private static final Pattern LETTER = Pattern.compile("\\p{L}");

        /** Two numbers or more. */
        private static final Pattern PARTS = Pattern.compile("0[^0]+0");

        private static final Pattern DECIMAL = Pattern.compile("0+[.,]0+");
        private static final int SHORTEST = 8;

        public Code {
            text = text.toUpperCase(Locale.ROOT);
        }

        /**
         * The code with an A for each letter and a 0 for each digit, {@code AA-0000/00}; empty of a code that is too plain to tell
         * its kind by it, such as a range of two numbers.
         */
        Optional<String> shape() {
            String shape = LETTER.matcher(DIGIT.matcher(text).replaceAll("0")).replaceAll("A");
            boolean parts = PARTS.matcher(shape).find();
            boolean decimal = DECIMAL.matcher(shape).matches();
            return parts && !decimal && (shape.length() >= SHORTEST || shape.indexOf('A') >= 0)
                    ? Optional.of(shape)
                    : Optional.empty();
        }
    }
}
