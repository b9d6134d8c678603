package erp.assistant.web;

import erp.assistant.Problem;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.Locale;

/** A {@link Problem} as a document of RFC 9457. */
final class ProblemJson {

    static final String MEDIA_TYPE = "application/problem+json";

    private ProblemJson() {}

    static int status(Problem.Code code) {
        return switch (code) {
            case QUESTION_INVALID -> 400;
            case NOT_SIGNED_IN -> 401;
            case BUDGET_REACHED -> 402;
            case NOT_ALLOWED, SWITCHED_OFF -> 403;
            case RECORD_NOT_AVAILABLE -> 404;
            case TOO_LARGE -> 413;
            case RATE_LIMITED -> 429;
            case INTERNAL -> 500;
            case OVERLOADED, PROVIDER_UNAVAILABLE -> 503;
            case TIMEOUT -> 504;
        };
    }

    static String code(Problem.Code code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String title(Problem.Code code) {
        return switch (code) {
            case QUESTION_INVALID -> "The question is not valid";
            case NOT_SIGNED_IN -> "Not signed in";
            case BUDGET_REACHED -> "The month's budget is used up";
            case NOT_ALLOWED -> "Not allowed";
            case SWITCHED_OFF -> "The assistant is switched off";
            case RECORD_NOT_AVAILABLE -> "The record is not available";
            case TOO_LARGE -> "Too large";
            case RATE_LIMITED -> "Too many questions";
            case OVERLOADED -> "Too many answers at once";
            case INTERNAL -> "Something failed in the assistant";
            case PROVIDER_UNAVAILABLE -> "No AI provider answers";
            case TIMEOUT -> "The answer took too long";
        };
    }

    static String of(Problem problem) {
        JsonObjectBuilder json = WebJson.object()
                .add("type", "urn:erp-assistant:problem:" + code(problem.code()))
                .add("title", title(problem.code()))
                .add("status", status(problem.code()))
                .add("code", code(problem.code()))
                .add("detail", problem.detail());
        problem.retryAfter().ifPresent(wait -> json.add("retryAfter", seconds(wait)));
        problem.resetDate().ifPresent(date -> json.add("resetDate", date.toString()));
        return json.build().toString();
    }

    /** Rounded up: who asks again earlier is refused again. */
    static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
