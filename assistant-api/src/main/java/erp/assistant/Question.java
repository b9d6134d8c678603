package erp.assistant;

import erp.assistant.record.Asker;
import erp.assistant.record.ListQuery;
import erp.assistant.record.RecordRef;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What somebody wants to know about a record, or about a list of records.
 *
 * @param text 1 to 4,000 characters
 * @param about the record, or {@link RecordRef#ofList}
 * @param action the id of the prepared question that was pressed, or empty
 * @param formValues what the asker agreed to send of a form that is not saved, at most 20
 * @param again whether another answer is wanted than the one that was given to the same question
 * @param conversation what {@link AnswerEvent.Meta} of an earlier question of the same conversation said, or empty; an id that is
 *     unknown, another's, or of another record is as none: the question begins a conversation
 * @param list which rows of the list it is about, as asked for; empty for a record
 */
public record Question(
        Asker asker,
        String text,
        RecordRef about,
        String action,
        List<FormValue> formValues,
        boolean again,
        String conversation,
        Optional<ListQuery> list) {

    /** The action under which the evaluation is charged; no prepared question may be called so. */
    public static final String EVALUATION = "evaluation";

    /** The longest question, in characters. */
    public static final int MAX_LENGTH = 4_000;

    /** The most form values. */
    public static final int MAX_FORM_VALUES = 20;

    public Question {
        Objects.requireNonNull(asker, "asker");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(action, "action");
        if (action.equals(EVALUATION)) {
            throw new IllegalArgumentException("action must not be " + EVALUATION);
        }
        Objects.requireNonNull(conversation, "conversation");
        formValues = List.copyOf(formValues);
        if (formValues.size() > MAX_FORM_VALUES) {
            throw new IllegalArgumentException("question must have at most " + MAX_FORM_VALUES + " form values");
        }
        if (list.isPresent() != about.isList()) {
            throw new IllegalArgumentException("question must be about a record or about a list");
        }
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("question must have 1 to " + MAX_LENGTH + " characters");
        }
    }

    /** A question about one record. */
    public Question(
            Asker asker,
            String text,
            RecordRef about,
            String action,
            List<FormValue> formValues,
            boolean again,
            String conversation) {
        this(asker, text, about, action, formValues, again, conversation, Optional.empty());
    }

    /** A question about one record that belongs to no earlier one. */
    public Question(
            Asker asker, String text, RecordRef about, String action, List<FormValue> formValues, boolean again) {
        this(asker, text, about, action, formValues, again, "");
    }

    /** A question asked for the first time, with nothing from a form. */
    public Question(Asker asker, String text, RecordRef about, String action) {
        this(asker, text, about, action, List.of(), false);
    }
}
