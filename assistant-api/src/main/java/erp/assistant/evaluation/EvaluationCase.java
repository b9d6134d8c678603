package erp.assistant.evaluation;

import erp.assistant.Question;
import erp.assistant.record.RecordRef;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * A question about a record, and what a good answer says.
 *
 * @param id unique in its set, such as the number of a scenario
 * @param name what an admin knows it by, at most 200 characters
 * @param questions the same question by language, an ISO 639 code such as {@code de}; at least one
 * @param record what it is about
 * @param user whose rights the record is read with, by login name
 * @param roles all that this person holds
 * @param expected what the answer is to say, at most 50
 * @param forbidden what it must not say, or not even be told, at most 50
 * @param refusal whether the right answer is none: the model declines, or this person may not see the record
 */
public record EvaluationCase(
        String id,
        String name,
        Map<String, String> questions,
        RecordRef record,
        String user,
        Set<String> roles,
        List<Expectation> expected,
        List<Expectation> forbidden,
        boolean refusal) {

    /** The most expectations of a kind. */
    public static final int MOST_EXPECTATIONS = 50;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_USER = 128;

    public EvaluationCase {
        Objects.requireNonNull(record, "record");
        questions = Collections.unmodifiableMap(new TreeMap<>(questions));
        roles = Set.copyOf(roles);
        expected = List.copyOf(expected);
        forbidden = List.copyOf(forbidden);
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException("id must have 1 to 64 letters, digits, dots and dashes");
        }
        if (name.isBlank() || name.length() > LONGEST_NAME || controls(name)) {
            throw new IllegalArgumentException(
                    "name must have 1 to " + LONGEST_NAME + " characters and no control characters");
        }
        if (user.isBlank() || user.length() > LONGEST_USER || controls(user)) {
            throw new IllegalArgumentException("user must be a login name of at most " + LONGEST_USER + " characters");
        }
        if (roles.stream().anyMatch(role -> role.isBlank() || role.length() > LONGEST_USER || controls(role))) {
            throw new IllegalArgumentException("a role must have 1 to " + LONGEST_USER + " characters");
        }
        if (questions.isEmpty()) {
            throw new IllegalArgumentException("a case needs a question");
        }
        questions.forEach((language, question) -> {
            if (!language.matches("[a-z]{2,3}")) {
                throw new IllegalArgumentException("language must be an ISO 639 code such as de");
            }
            if (question.isBlank() || question.length() > Question.MAX_LENGTH) {
                throw new IllegalArgumentException("question must have 1 to " + Question.MAX_LENGTH + " characters");
            }
        });
        if (expected.size() > MOST_EXPECTATIONS || forbidden.size() > MOST_EXPECTATIONS) {
            throw new IllegalArgumentException(
                    "at most " + MOST_EXPECTATIONS + " may be expected, and as many forbidden");
        }
    }

    private static boolean controls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    /** The same under another id. */
    public EvaluationCase with(String newId) {
        return new EvaluationCase(newId, name, questions, record, user, roles, expected, forbidden, refusal);
    }
}
