package erp.assistant.impl.prompt;

import erp.assistant.record.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Values in the form in which they stand in a prompt: no cents where there are none, no year where it is this one.
 *
 * @param zone the company's time zone, in which points in time are told
 * @param today the day from which "this year" is known; it stands in the same prompt
 */
record BriefValues(ZoneId zone, LocalDate today) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter NAMED = DateTimeFormatter.ofPattern("EEEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(" HH:mm", Locale.ROOT);

    Brief of(Value value) {
        if (value instanceof Value.Text text) {
            String clean = DataText.value(text.text());
            return Brief.of(clean.isEmpty() ? Brief.NONE : clean);
        } else if (value instanceof Value.Money money) {
            return new Brief(
                    number(isWhole(money.amount()) ? money.amount().stripTrailingZeros() : PlainValues.scaled(money)),
                    money.currency().getCurrencyCode());
        } else if (value instanceof Value.Quantity quantity) {
            return new Brief(number(PlainValues.stripped(quantity.number())), DataText.unit(quantity.unit()));
        } else if (value instanceof Value.Percent percent) {
            return new Brief(number(PlainValues.stripped(percent.percent())), "%");
        } else if (value instanceof Value.Day day) {
            return Brief.of(day(day.date()));
        } else if (value instanceof Value.Moment moment) {
            LocalDateTime then = LocalDateTime.ofInstant(moment.instant(), zone);
            return Brief.of(day(then.toLocalDate()) + TIME.format(then));
        } else if (value instanceof Value.Flag flag) {
            return Brief.of(flag.yes() ? "yes" : "no");
        }
        return Brief.of(Brief.NONE);
    }

    String day(LocalDate date) {
        return (date.getYear() == today.getYear() ? DAY : DAY_AND_YEAR).format(date);
    }

    /** With its year, whatever it is, and its name: {@code Tuesday 5 May 2026}. */
    static String named(LocalDate date) {
        return NAMED.format(date);
    }

    private static boolean isWhole(BigDecimal amount) {
        return amount.signum() == 0 || amount.stripTrailingZeros().scale() <= 0;
    }

    private static String number(BigDecimal number) {
        return PlainValues.number(number.signum() == 0 ? BigDecimal.ZERO : number);
    }
}
