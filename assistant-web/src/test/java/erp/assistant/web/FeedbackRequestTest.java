package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.Problem;
import erp.assistant.report.FeedbackBook.Rating;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedbackRequestTest {

    private static final String EXAMPLE = "{\"rating\": \"down\", \"reason\": \"The date is not the promised one.\"}";

    @Test
    void aRatingAloneIsEnough() {
        assertThat(FeedbackRequest.parse("{\"rating\":\"up\"}")).isEqualTo(new FeedbackRequest(Rating.UP, ""));
        assertThat(FeedbackRequest.parse("{\"rating\":\"down\",\"reason\":null}"))
                .isEqualTo(new FeedbackRequest(Rating.DOWN, ""));
    }

    @Test
    void aReasonIsTakenWithoutTheSpaceAroundIt() {
        assertThat(FeedbackRequest.parse("{\"rating\":\"down\",\"reason\":\"  Wrong date.\\n\"}"))
                .isEqualTo(new FeedbackRequest(Rating.DOWN, "Wrong date."));
    }

    @Test
    void theExampleThatHelpsIsItselfUnderstood() {
        assertThat(FeedbackRequest.parse(EXAMPLE))
                .isEqualTo(new FeedbackRequest(Rating.DOWN, "The date is not the promised one."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "up", "[\"up\"]", "{\"rating\":\"up\""})
    void whatIsNotAJsonObjectIsSaid(String body) {
        refused(body, "The body is not a JSON object. Send one such as " + EXAMPLE + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\":\"Wrong.\"}", "{\"rating\":null}", "{\"rating\":\"\"}"})
    void aMissingRatingIsSaid(String body) {
        refused(body, "The body needs rating as a text, such as in " + EXAMPLE + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UP", "maybe", "up ", "5"})
    void anotherRatingIsToldTheTwoThereAre(String rating) {
        refused("{\"rating\":\"" + rating + "\"}", "The rating must be up or down, such as in " + EXAMPLE + ".");
    }

    @Test
    void aValueOfAnotherKindIsNamed() {
        refused("{\"rating\":1}", "The body's rating must be a text, such as in " + EXAMPLE + ".");
        refused("{\"rating\":\"up\",\"reason\":[]}", "The body's reason must be a text, such as in " + EXAMPLE + ".");
    }

    @Test
    void aReasonHasAtMostAThousandCharacters() {
        assertThat(FeedbackRequest.parse(reason(1_000)).reason()).hasSize(1_000);
        refused(reason(1_001), "The reason is too long. Give a reason of at most 1000 characters.");
    }

    @Test
    void aBodyBeyondTheLimitIsToldWhatFits() {
        assertThat(Refusals.of(() -> FeedbackRequest.read(new ByteArrayInputStream(new byte[100_000]))))
                .isEqualTo(Problem.of(
                        Problem.Code.TOO_LARGE, "The request is too long. Give a reason of at most 1000 characters."));
    }

    private static String reason(int length) {
        return "{\"rating\":\"down\",\"reason\":\"" + "x".repeat(length) + "\"}";
    }

    private static void refused(String body, String detail) {
        assertThat(Refusals.of(() -> FeedbackRequest.parse(body)))
                .isEqualTo(Problem.of(Problem.Code.QUESTION_INVALID, detail));
    }
}
