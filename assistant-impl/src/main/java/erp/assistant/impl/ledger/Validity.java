package erp.assistant.impl.ledger;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A span of days, UTC.
 *
 * @param last empty while it holds
 */
record Validity(LocalDate first, Optional<LocalDate> last) {

    /** Reads the columns {@code valid_from} and {@code valid_to}. */
    static Validity of(CsvLine line) {
        Validity validity = new Validity(line.date("valid_from"), line.optionalDate("valid_to"));
        if (validity.endsBefore(validity.first)) {
            throw line.error("valid_to is before valid_from");
        }
        return validity;
    }

    boolean includes(LocalDate day) {
        return !day.isBefore(first) && !endsBefore(day);
    }

    boolean overlaps(Validity other) {
        return !endsBefore(other.first) && !other.endsBefore(first);
    }

    boolean endsBefore(LocalDate day) {
        return last.map(end -> end.isBefore(day)).orElse(false);
    }
}
