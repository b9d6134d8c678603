package erp.assistant.web;

import erp.assistant.report.EvaluationCases;
import erp.assistant.report.FeedbackBook.Rating;
import erp.assistant.report.FeedbackList;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What askers think of their answers, and which cases of the evaluation were made of that. */
@Path("admin/feedback")
@Singleton
@RolesAllowed(HttpApi.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class FeedbackListResource {

    private static final int MOST_ROWS = 1_000;

    private final FeedbackList feedback;
    private final EvaluationCases cases;

    @Inject
    public FeedbackListResource(FeedbackList feedback, EvaluationCases cases) {
        this.feedback = feedback;
        this.cases = cases;
    }

    /** Ratings, newest first. */
    @GET
    public String feedback(
            @QueryParam("rating") @DefaultValue("") String rating,
            @QueryParam("month") @DefaultValue("") String month,
            @QueryParam("recordType") @DefaultValue("") String recordType,
            @QueryParam("offset") @DefaultValue("0") String offset,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        Optional<YearMonth> of = month.isEmpty() ? Optional.empty() : Optional.of(AdminResource.named(month));
        int most = AdminResource.number("limit", limit, 1, MOST_ROWS);
        // One more tells whether there is another page.
        List<FeedbackList.Entry> entries = feedback.entries(
                new FeedbackList.Filter(rating(rating), of, recordType),
                AdminResource.number("offset", offset, 0, Integer.MAX_VALUE),
                most + 1);
        Map<String, JsonArrayBuilder> ofAnswers = casesOfAnswers();
        JsonArrayBuilder all = WebJson.array();
        entries.stream()
                .limit(most)
                .forEach(entry ->
                        all.add(json(entry).add("cases", ofAnswers.getOrDefault(entry.answer(), WebJson.array()))));
        return WebJson.object()
                .add("feedback", all)
                .add("more", entries.size() > most)
                .build()
                .toString();
    }

    private static Optional<Rating> rating(String word) {
        return switch (word) {
            case "" -> Optional.empty();
            case "up" -> Optional.of(Rating.UP);
            case "down" -> Optional.of(Rating.DOWN);
            default -> throw JsonBody.invalid("rating must be up or down.");
        };
    }

    private Map<String, JsonArrayBuilder> casesOfAnswers() {
        Map<String, JsonArrayBuilder> ids = new HashMap<>();
        for (EvaluationCases.Entry entry : cases.cases()) {
            entry.stored()
                    .flatMap(EvaluationCases.Stored::answer)
                    .ifPresent(answer ->
                            ids.computeIfAbsent(answer, call -> WebJson.array()).add(entry.id()));
        }
        return ids;
    }

    private static JsonObjectBuilder json(FeedbackList.Entry entry) {
        JsonObjectBuilder json = WebJson.object()
                .add("answer", entry.answer())
                .add("rating", entry.rating().name().toLowerCase(Locale.ROOT))
                .add("reason", entry.reason())
                .add("ratedAt", entry.ratedAt().toString())
                .add("askedAt", entry.askedAt().toString())
                .add("user", entry.user())
                .add("organisation", entry.organisation())
                .add("record", WebJson.object().add("type", entry.recordType()).add("id", entry.recordId()))
                .add("action", entry.action())
                .add("template", entry.template())
                .add("outcome", entry.outcome())
                .add("source", entry.source())
                .add("model", entry.model())
                .add("cost", EventJson.cost(entry.cost()));
        millis(json, "firstMs", entry.firstMillis());
        millis(json, "totalMs", entry.totalMillis());
        return json;
    }

    private static void millis(JsonObjectBuilder json, String name, OptionalLong millis) {
        millis.ifPresentOrElse(known -> json.add(name, known), () -> json.addNull(name));
    }
}
