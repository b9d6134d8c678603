package erp.assistant.evaluation;

import java.util.regex.Pattern;

/** Something that an answer is to say, or must not. */
public sealed interface Expectation {

    /** The longest text, in characters. */
    int MAX_LENGTH = 200;

    /** What an admin reads it as. */
    String words();

    /**
     * A value of the record. Expected: as it is when the question is asked, the answer says it. Forbidden: it is not even sent.
     *
     * @param id as answers cite it, such as {@code daysOverdue} or {@code lines.20.openQuantity}; forbidden, a last part such as
     *     {@code margin} stands for that column of all rows too
     */
    record FieldValue(String id) implements Expectation {

        private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");

        public FieldValue {
            if (id.length() > MAX_LENGTH || !ID.matcher(id).matches()) {
                throw new IllegalArgumentException("field must be the id of a value, such as lines.20.openQuantity");
            }
        }

        @Override
        public String words() {
            return id;
        }
    }

    /**
     * A number, date or code, recognised in any usual local form, or words, in any case.
     *
     * @param text 1 to {@link #MAX_LENGTH} characters without control characters
     */
    record Said(String text) implements Expectation {
        public Said {
            if (text.isBlank() || text.length() > MAX_LENGTH || text.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        "value must have 1 to " + MAX_LENGTH + " characters and no control characters");
            }
        }

        @Override
        public String words() {
            return text;
        }
    }
}
