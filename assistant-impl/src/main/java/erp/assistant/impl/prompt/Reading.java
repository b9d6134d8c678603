package erp.assistant.impl.prompt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Locale;

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

    /** A code of letters and digits, such as a document number. */
    record Code(String text) implements Reading {
        public Code {
            text = text.toUpperCase(Locale.ROOT);
        }
    }
}
