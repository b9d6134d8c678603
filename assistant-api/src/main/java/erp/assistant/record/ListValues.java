package erp.assistant.record;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Reads the values of a filter in the kind of their column; what does not fit is refused, never guessed. */
final class ListValues {

    /** The longest text that may be filtered by. */
    static final int LONGEST = 200;

    /** The most digits of a number, far beyond any amount; without a bound {@code 1e999999999} would be one. */
    private static final int MOST_DIGITS = 30;

    private static final int SHOWN = 40;

    private ListValues() {}

    static Value typed(ListColumn column, Value asked) {
        Optional<Value> typed = switch (column.kind()) {
            case TEXT -> text(asked);
            case MONEY, NUMBER, PERCENT -> number(asked);
            case DAY -> day(asked);
            case FLAG -> flag(asked);
            case MOMENT -> Optional.empty();
        };
        Value value = typed.orElseThrow(() -> new ListQueryException("A value of the field '" + column.id()
                + "' must be " + column.kind().words() + "."));
        if (!column.choices().isEmpty()
                && !(value instanceof Value.Text text && column.choices().contains(text.text()))) {
            throw new ListQueryException("A value of the field '" + column.id() + "' must be one of "
                    + String.join(", ", column.choices()) + ".");
        }
        return value;
    }

    /** What somebody wrote, short enough to be shown in an error. */
    static String shortened(String written) {
        String clean = written.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .limit(SHOWN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.length() < written.length() ? clean + "..." : clean;
    }

    private static Optional<Value> text(Value asked) {
        return asked instanceof Value.Text text
                        && !text.text().isBlank()
                        && text.text().length() <= LONGEST
                        && text.text().chars().noneMatch(Character::isISOControl)
                ? Optional.of(text)
                : Optional.empty();
    }

    private static Optional<Value> number(Value asked) {
        try {
            BigDecimal number = asked instanceof Value.Quantity given
                    ? given.number()
                    : asked instanceof Value.Text text
                            ? new BigDecimal(text.text().strip())
                            : null;
            return number == null || number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS
                    ? Optional.empty()
                    : Optional.of(new Value.Quantity(number, ""));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Value> day(Value asked) {
        if (asked instanceof Value.Day) {
            return Optional.of(asked);
        }
        try {
            return asked instanceof Value.Text text
                    ? Optional.of(new Value.Day(LocalDate.parse(text.text().strip())))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Value> flag(Value asked) {
        if (asked instanceof Value.Text text) {
            return switch (text.text().strip()) {
                case "true" -> Optional.of(new Value.Flag(true));
                case "false" -> Optional.of(new Value.Flag(false));
                default -> Optional.empty();
            };
        }
        return asked instanceof Value.Flag ? Optional.of(asked) : Optional.empty();
    }
}
