package erp.assistant.impl.prompt;

import erp.assistant.record.Value;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * Values as people of a language write them: {@code 12.400,00 EUR} and {@code 02.05.2026} in German.
 *
 * @param zone the company's time zone, in which points in time are told
 */
record LocalValues(Locale locale, ZoneId zone) {

    private static final int WRITTEN_OUT = 30;

    String of(Value value) {
        if (value instanceof Value.Text text) {
            String clean = DataText.value(text.text());
            return clean.isEmpty() ? word("notSet") : clean;
        } else if (value instanceof Value.Money money) {
            return number(PlainValues.scaled(money)) + " " + money.currency().getCurrencyCode();
        } else if (value instanceof Value.Quantity quantity) {
            return (number(PlainValues.stripped(quantity.number())) + " " + DataText.unit(quantity.unit())).strip();
        } else if (value instanceof Value.Percent percent) {
            return number(PlainValues.stripped(percent.percent())) + " %";
        } else if (value instanceof Value.Day day) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(locale)
                    .format(day.date());
        } else if (value instanceof Value.Moment moment) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(locale)
                    .format(moment.instant().atZone(zone));
        } else if (value instanceof Value.Flag flag) {
            return word(flag.yes() ? "yes" : "no");
        }
        return word("notSet");
    }

    private String number(BigDecimal number) {
        if (Math.abs(number.scale()) > WRITTEN_OUT) {
            return number.toString();
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        int decimals = Math.max(0, number.scale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }

    /** A word of the assistant's own, such as that for yes. */
    String word(String key) {
        // Without fallback to the server's own language: an unknown language gets English, not German by chance.
        Control noFallback = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle(
                        "erp.assistant.impl.prompt.values", locale, LocalValues.class.getClassLoader(), noFallback)
                .getString(key);
    }
}
