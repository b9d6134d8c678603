package erp.assistant.report;

import erp.assistant.Cost;
import erp.assistant.report.FeedbackBook.Rating;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** What people think of their answers, for an admin to read. A CDI bean, safe for use by many threads; blocks on the database. */
public interface FeedbackList {

    /**
     * Ratings, newest first.
     *
     * @param offset how many to pass over, from 0
     * @param limit how many at most, 1 to 1,001
     */
    List<Entry> entries(Filter filter, int offset, int limit);

    /**
     * Which ratings are wanted.
     *
     * @param month in which it was rated, in the company's time zone
     * @param recordType empty for all
     */
    record Filter(Optional<Rating> rating, Optional<YearMonth> month, String recordType) {
        public Filter {
            Objects.requireNonNull(rating, "rating");
            Objects.requireNonNull(month, "month");
            Objects.requireNonNull(recordType, "recordType");
        }
    }

    /**
     * A rating, and what the ledger knows of its answer. What was asked and answered is not stored.
     *
     * @param answer as in {@link erp.assistant.Answering#id()}
     * @param reason in the asker's own words, or empty
     * @param action the prepared question's id, or empty
     * @param cost empty if the model has no known price
     */
    record Entry(
            String answer,
            Rating rating,
            String reason,
            Instant ratedAt,
            Instant askedAt,
            String user,
            String organisation,
            String recordType,
            String recordId,
            String action,
            String template,
            String outcome,
            String source,
            String model,
            Optional<Cost> cost,
            OptionalLong firstMillis,
            OptionalLong totalMillis) {}
}
