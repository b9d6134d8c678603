package erp.assistant.impl.provider.offline;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values in the plain form of a prompt, written as the asker's language writes them.
 *
 * <p>A prompt holds only text. What has the form of a date, an amount of money, a percentage or a number with decimals is one;
 * everything else stays as it is, above all whole numbers, which can be document numbers.
 */
record LocalForm(Locale language, ResourceBundle words) {

    private static final Pattern NUMBER_AND_UNIT =
            Pattern.compile("(-?\\d{1,30}(?:\\.\\d{1,30})?) ([A-Z]{3}|%)|(-?\\d{1,30}\\.\\d{1,30})( \\S{1,20})?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}");
    private static final DateTimeFormatter PLAIN_MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    String of(String plain) {
        if (DATE.matcher(plain).matches()) {
            return date(
                    plain,
                    text -> DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                            .withLocale(language)
                            .format(LocalDate.parse(text)));
        }
        if (MOMENT.matcher(plain).matches()) {
            return date(
                    plain,
                    text -> DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                            .withLocale(language)
                            .format(LocalDateTime.parse(text, PLAIN_MOMENT)));
        }
        Matcher number = NUMBER_AND_UNIT.matcher(plain);
        if (number.matches()) {
            return number.group(1) != null
                    ? number(number.group(1)) + " " + number.group(2)
                    : number(number.group(3)) + (number.group(4) == null ? "" : number.group(4));
        }
        return switch (plain) {
            case "yes", "no" -> words.getString(plain);
            case "not set" -> words.getString("notSet");
            default -> plain;
        };
    }

    private static String date(String text, Function<String, String> format) {
        try {
            return format.apply(text);
        } catch (DateTimeParseException onlyLooksLikeOne) {
            return text;
        }
    }

    private String number(String plain) {
        BigDecimal number = new BigDecimal(plain);
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }
}
