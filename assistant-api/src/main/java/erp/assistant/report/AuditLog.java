package erp.assistant.report;

import erp.assistant.Cost;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Who asked about what, and how it ended; never what was said. A CDI bean, safe for use by many threads; blocks on the database. */
public interface AuditLog {

    /** The most questions that are told at once. */
    int MOST = 10_000;

    /**
     * Looks questions up, newest first.
     *
     * @param offset how many to pass over, from 0
     * @param limit how many at most, 1 to {@link #MOST}
     */
    List<Entry> search(Search search, int offset, int limit);

    /**
     * What is looked for; an empty text stands for any.
     *
     * @param from the first instant, inclusive
     * @param to the end, exclusive
     * @param outcome as {@link AnswerRow#outcome()}, or {@code open}
     */
    record Search(
            Instant from,
            Instant to,
            String user,
            String recordType,
            String recordId,
            String department,
            String model,
            String outcome) {
        public Search {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(recordType, "recordType");
            Objects.requireNonNull(recordId, "recordId");
            Objects.requireNonNull(department, "department");
            Objects.requireNonNull(model, "model");
            Objects.requireNonNull(outcome, "outcome");
        }
    }

    /**
     * One question.
     *
     * @param call as in the answer's events and in the list of calls
     * @param department of the asker by the ERP's word; empty if it tells none
     * @param outcome {@code open} while the answer is under way, then as {@link AnswerRow#outcome()}
     * @param providers the names of those that had the prompt; none for an answer from the cache or from the record itself
     * @param template the id and version of the instructions that were sent with it
     * @param cost empty while open, and if it is not known
     */
    record Entry(
            String call,
            Instant askedAt,
            String user,
            String organisation,
            String department,
            String recordType,
            String recordId,
            String action,
            String outcome,
            String source,
            String model,
            String template,
            List<String> providers,
            Optional<Cost> cost,
            OptionalLong totalMillis) {
        public Entry {
            providers = List.copyOf(providers);
        }
    }
}
