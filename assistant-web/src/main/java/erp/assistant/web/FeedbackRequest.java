package erp.assistant.web;

import erp.assistant.report.FeedbackBook;
import erp.assistant.report.FeedbackBook.Rating;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of {@code POST /answers/{id}/feedback}.
 *
 * @param reason in the person's own words, or empty
 */
record FeedbackRequest(Rating rating, String reason) {

    private static final String EXAMPLE = "{\"rating\": \"down\", \"reason\": \"The date is not the promised one.\"}";
    private static final String LIMIT = "Give a reason of at most " + FeedbackBook.MAX_REASON_LENGTH + " characters.";

    /** Reads and parses the body. */
    static FeedbackRequest read(InputStream body) throws IOException {
        return parse(JsonBody.text(body, LIMIT));
    }

    /** Parses the body; says what is wrong with it in words that help to mend it. */
    static FeedbackRequest parse(String body) {
        JsonBody json = JsonBody.parse(body, EXAMPLE);
        Rating rating = switch (json.required("rating")) {
            case "up" -> Rating.UP;
            case "down" -> Rating.DOWN;
            default -> throw JsonBody.invalid("The rating must be up or down, such as in " + EXAMPLE + ".");
        };
        String reason = json.optional("reason").strip();
        if (reason.length() > FeedbackBook.MAX_REASON_LENGTH) {
            throw JsonBody.invalid("The reason is too long. " + LIMIT);
        }
        return new FeedbackRequest(rating, reason);
    }
}
