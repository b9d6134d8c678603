package erp.assistant.impl.privacy;

/** What a piece of personal data is, as its token says it to the model. */
public enum Kind {
    /** A value of a field that the ERP declares as personal. */
    PERSONAL("personal"),
    IBAN("iban"),
    CARD("card"),
    EMAIL("email"),
    PHONE("phone"),
    NATIONAL_ID("id");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** The kind with that word, in small or capital letters. */
    static Kind ofWord(String word) {
        for (Kind kind : values()) {
            if (kind.word.equalsIgnoreCase(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(word);
    }

    String word() {
        return word;
    }
}
