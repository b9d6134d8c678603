package erp.assistant.report;

import erp.assistant.AnswerEvent.Recipient;
import erp.assistant.Cost;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Who asked about what, how it ended, and the names of what left the company for it; never what was said. A CDI bean, safe for use by many threads; blocks on the database. */
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

    /** One question; empty if there is none, or if the ledger has removed it. */
    Optional<Entry> question(String call);

    /**
     * What is looked for; an empty text stands for any.
     *
     * @param from the first instant, inclusive
     * @param to the end, exclusive
     * @param outcome as {@link AnswerRow#outcome()}, or {@code open}
     * @param field the id of a value that a request held: {@code creditLimit} for each field and column of this name,
     *     {@code lines.*.openQuantity} for one column. Only questions are found with which it left
     */
    record Search(
            Instant from,
            Instant to,
            String user,
            String recordType,
            String recordId,
            String department,
            String model,
            String outcome,
            String field) {
        public Search {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(recordType, "recordType");
            Objects.requireNonNull(recordId, "recordId");
            Objects.requireNonNull(department, "department");
            Objects.requireNonNull(model, "model");
            Objects.requireNonNull(outcome, "outcome");
            Objects.requireNonNull(field, "field");
        }
    }

    /**
     * One question.
     *
     * @param call as in the answer's events and in the list of calls
     * @param department of the asker by the ERP's word; empty if it tells none
     * @param outcome {@code open} while the answer is under way, then as {@link AnswerRow#outcome()}
     * @param fields what its prompts held, by name, sent or not; empty if that is not known, since the question is
     *     older than what tells it
     * @param requests those that left, in their order; none for an answer from the cache or from the record itself
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
            Optional<List<PromptField>> fields,
            List<Request> requests,
            Optional<Cost> cost,
            OptionalLong totalMillis) {
        public Entry {
            fields = fields.map(List::copyOf);
            requests = List.copyOf(requests);
        }

        /** Those that had a prompt of it, each once. */
        public List<Recipient> recipients() {
            return requests.stream().map(Request::to).distinct().toList();
        }

        /** The requests that held a field; of a question with look-ups not each holds what was looked up. */
        public List<Request> with(PromptField field) {
            return requests.stream().filter(request -> request.held(field)).toList();
        }
    }

    /**
     * A request to a provider that left, or of which it is not known that it did not.
     *
     * @param attempt its number, as in the list of calls
     * @param fields what it held; of a question from before version 29 of the tables no more than that
     */
    record Request(int attempt, Recipient to, List<PromptField> fields) {
        public Request {
            Objects.requireNonNull(to, "to");
            fields = List.copyOf(fields);
        }

        boolean held(PromptField field) {
            return fields.stream()
                    .anyMatch(held -> held.id().equals(field.id())
                            && held.label().equals(field.label())
                            && held.masked() == field.masked());
        }
    }

    /**
     * A field that a prompt held, or a column of its rows; its name, not its values.
     *
     * @param id as receipts name it, with a star for the rows' keys: {@code lines.*.openQuantity}
     * @param masked whether a token stood in the place of personal data
     * @param rows the keys of the rows of a column; none of a field
     */
    record PromptField(String id, String label, boolean masked, List<String> rows) {
        public PromptField {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(label, "label");
            rows = List.copyOf(rows);
        }

        /** How many values it stands for. */
        public int values() {
            return Math.max(1, rows.size());
        }
    }
}
