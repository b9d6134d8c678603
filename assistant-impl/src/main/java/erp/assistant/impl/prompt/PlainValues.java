package erp.assistant.impl.prompt;

import erp.assistant.record.Value;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Values in the one form that a model cannot misread: {@code 12400.00 EUR}, {@code 2026-05-02}, {@code 12 pcs},
 * {@code 12.5 %}, {@code yes}, {@code not set}.
 *
 * @param zone the company's time zone, in which points in time are told, such as {@code 2026-05-02 14:30}
 */
record PlainValues(ZoneId zone) {

    static final String NOT_SET = "not set";

    /** A scale beyond this is no business figure, and written out it would flood the prompt. */
    private static final int WRITTEN_OUT = 30;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    String of(Value value) {
        if (value instanceof Value.Text text) {
            String clean = DataText.value(text.text());
            return clean.isEmpty() ? NOT_SET : clean;
        } else if (value instanceof Value.Money money) {
            return number(scaled(money)) + " " + money.currency().getCurrencyCode();
        } else if (value instanceof Value.Quantity quantity) {
            return (number(stripped(quantity.number())) + " " + DataText.unit(quantity.unit())).strip();
        } else if (value instanceof Value.Percent percent) {
            return number(stripped(percent.percent())) + " %";
        } else if (value instanceof Value.Day day) {
            return day.date().toString();
        } else if (value instanceof Value.Moment moment) {
            return MOMENT.format(moment.instant().atZone(zone));
        } else if (value instanceof Value.Flag flag) {
            return flag.yes() ? "yes" : "no";
        }
        return NOT_SET;
    }

    /** An amount with at least its currency's decimals, and never fewer than it has. */
    static BigDecimal scaled(Value.Money money) {
        int usual = Math.max(0, money.currency().getDefaultFractionDigits());
        BigDecimal amount = money.amount();
        boolean tooShort = amount.scale() < usual && amount.scale() > -WRITTEN_OUT;
        return tooShort ? amount.setScale(usual) : amount;
    }

    static BigDecimal stripped(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    static String number(BigDecimal number) {
        return Math.abs(number.scale()) > WRITTEN_OUT ? number.toString() : number.toPlainString();
    }
}
