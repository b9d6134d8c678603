package erp.assistant.impl.prompt;

import erp.assistant.chat.Fact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers that follow from what was sent: rounded ones; sums of a column over the rows that were sent, or over those that the
 * answer cites; how many these are; differences of two amounts of money, and sums of two of the record's own; days between a
 * date and today, and between two dates of the record or of a row.
 *
 * <p>Made only when an answer has a number that was not sent itself.
 */
final class Derived {

    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(-?\\d{1,30}(?:\\.\\d{1,30})?)(?: (\\S{1,20}))?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int PARTS_OF_ROW_ID = 3;

    /** A number with fewer digits that count is near to too many others. */
    private static final int FEWEST_DIGITS = 2;

    private final List<BigDecimal> sent = new ArrayList<>();
    private final Set<BigDecimal> derived = new HashSet<>();
    private final Map<Integer, Set<BigDecimal>> rounded = new HashMap<>();

    /** @param cited the ids that the answer cites */
    Derived(WrittenPrompt written, Set<Reading> readings, Set<String> cited) {
        LocalDate today = written.today();
        for (Reading reading : readings) {
            if (reading instanceof Reading.Amount amount) {
                sent.add(amount.number());
            } else if (reading instanceof Reading.Day day) {
                add(BigDecimal.valueOf(ChronoUnit.DAYS.between(day.date(), today)));
            }
        }
        List<Fact> facts = written.prompt().facts();
        addSums(facts);
        Set<String> rows = rows(cited);
        addSums(facts.stream().filter(fact -> rows.contains(row(fact.id()))).toList());
        addDifferences(facts);
        addDays(facts);
    }

    boolean explains(String figure) {
        if (Scaled.numbers(figure).stream().anyMatch(this::roundedToItsPlace)) {
            return true;
        }
        for (BigDecimal written : Numbers.written(figure)) {
            BigDecimal number = new Reading.Amount(written).number();
            if (derived.contains(number) || rounded(number)) {
                return true;
            }
        }
        return false;
    }

    private boolean roundedToItsPlace(BigDecimal number) {
        return sent.stream()
                .anyMatch(exact ->
                        exact.setScale(number.scale(), RoundingMode.HALF_UP).compareTo(number) == 0);
    }

    private boolean rounded(BigDecimal number) {
        return number.precision() >= FEWEST_DIGITS
                && rounded.computeIfAbsent(number.scale(), this::roundedTo).contains(number);
    }

    /** What is more exact than this, without the rest. */
    private Set<BigDecimal> roundedTo(int scale) {
        Set<BigDecimal> numbers = new HashSet<>();
        for (BigDecimal exact : sent) {
            if (exact.scale() > scale) {
                numbers.add(exact.setScale(scale, RoundingMode.HALF_UP));
            }
        }
        return numbers;
    }

    /** Where a cell is, {@code lines.20}; empty for what is in no row. */
    private static String row(String id) {
        int end = id.lastIndexOf('.');
        return end > id.indexOf('.') ? id.substring(0, end) : "";
    }

    private static Set<String> rows(Set<String> cited) {
        Set<String> rows = new HashSet<>();
        cited.forEach(id -> rows.add(row(id)));
        rows.remove("");
        return rows;
    }

    private void addDays(List<Fact> facts) {
        Map<String, List<LocalDate>> together = new HashMap<>();
        for (Fact fact : facts) {
            if (DAY.matcher(fact.value()).matches()) {
                together.computeIfAbsent(row(fact.id()), row -> new ArrayList<>())
                        .add(LocalDate.parse(fact.value()));
            }
        }
        for (List<LocalDate> dates : together.values()) {
            for (LocalDate one : dates) {
                dates.forEach(other -> add(BigDecimal.valueOf(ChronoUnit.DAYS.between(one, other))));
            }
        }
    }

    private void addSums(List<Fact> facts) {
        Map<String, BigDecimal> sums = new HashMap<>();
        Map<String, Set<String>> keys = new HashMap<>();
        for (Fact fact : facts) {
            String[] parts = fact.id().split("\\.", -1);
            if (parts.length != PARTS_OF_ROW_ID) {
                continue;
            }
            keys.computeIfAbsent(parts[0], rows -> new HashSet<>()).add(parts[1]);
            Matcher number = NUMBER_AND_UNIT.matcher(fact.value());
            if (number.matches()) {
                sums.merge(
                        parts[0] + "." + parts[2] + " " + number.group(2),
                        new BigDecimal(number.group(1)),
                        BigDecimal::add);
            }
        }
        sums.values().forEach(this::add);
        keys.values().forEach(rows -> add(BigDecimal.valueOf(rows.size())));
    }

    private void addDifferences(List<Fact> facts) {
        Map<String, List<BigDecimal>> money = new HashMap<>();
        Map<String, List<BigDecimal>> own = new HashMap<>();
        for (Fact fact : facts) {
            Matcher number = NUMBER_AND_UNIT.matcher(fact.value());
            if (number.matches()
                    && number.group(2) != null
                    && CURRENCY.matcher(number.group(2)).matches()) {
                BigDecimal amount = new BigDecimal(number.group(1));
                money.computeIfAbsent(number.group(2), currency -> new ArrayList<>())
                        .add(amount);
                if (row(fact.id()).isEmpty()) {
                    own.computeIfAbsent(number.group(2), currency -> new ArrayList<>())
                            .add(amount);
                }
            }
        }
        for (List<BigDecimal> amounts : money.values()) {
            for (BigDecimal one : amounts) {
                amounts.forEach(other -> add(one.subtract(other)));
            }
        }
        for (List<BigDecimal> amounts : own.values()) {
            for (int i = 0; i < amounts.size(); i++) {
                for (int j = i + 1; j < amounts.size(); j++) {
                    add(amounts.get(i).add(amounts.get(j)));
                }
            }
        }
    }

    private void add(BigDecimal number) {
        if (number.signum() != 0) {
            derived.add(new Reading.Amount(number).number());
        }
    }
}
