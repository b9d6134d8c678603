package erp.assistant.web;

import erp.assistant.report.AuditLog;
import erp.assistant.report.AuditLog.Entry;
import erp.assistant.report.AuditLog.Search;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;

/** Who asked about what: looked up by person, record, time and ending, as JSON or as a file. It has no texts. */
@Path("admin/audit")
@Singleton
@RolesAllowed(HttpApi.ADMIN)
public class AuditResource {

    private static final int MOST_SHOWN = 1_000;

    private static final List<String> COLUMNS = List.of(
            "call",
            "asked_at",
            "user",
            "department",
            "organisation",
            "record_type",
            "record_id",
            "action",
            "outcome",
            "source",
            "model",
            "template",
            "sent_to",
            "cost",
            "currency",
            "total_ms");

    private final AuditLog log;

    @Inject
    public AuditResource(AuditLog log) {
        this.log = log;
    }

    /** Questions, newest first; a file holds the newest {@link AuditLog#MOST} of them. */
    @GET
    public Response search(
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to,
            @QueryParam("user") @DefaultValue("") String user,
            @QueryParam("type") @DefaultValue("") String type,
            @QueryParam("id") @DefaultValue("") String id,
            @QueryParam("department") @DefaultValue("") String department,
            @QueryParam("model") @DefaultValue("") String model,
            @QueryParam("outcome") @DefaultValue("") String outcome,
            @QueryParam("offset") @DefaultValue("0") String offset,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("format") @DefaultValue("json") String format) {
        Search search = wanted(from, to, user, type, id, department, model, outcome);
        return switch (format) {
            case "json" ->
                Response.ok(json(log.search(
                                search,
                                AdminResource.number("offset", offset, 0, Integer.MAX_VALUE),
                                AdminResource.number("limit", limit, 1, MOST_SHOWN))))
                        .type(MediaType.APPLICATION_JSON)
                        .build();
            case "csv" ->
                Response.ok(csv(log.search(search, 0, AuditLog.MOST)), "text/csv; charset=utf-8; header=present")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"assistant-audit.csv\"")
                        .header("X-Content-Type-Options", "nosniff")
                        .build();
            default -> throw JsonBody.invalid("format must be json or csv.");
        };
    }

    static Search wanted(
            String from,
            String to,
            String user,
            String type,
            String id,
            String department,
            String model,
            String outcome) {
        Period period = Period.of(from, to);
        return new Search(period.from(), period.to(), user, type, id, department, model, outcome);
    }

    static String json(List<Entry> entries) {
        JsonArrayBuilder array = WebJson.array();
        entries.forEach(entry -> array.add(row(entry)));
        return WebJson.object().add("questions", array).build().toString();
    }

    private static JsonObjectBuilder row(Entry entry) {
        JsonArrayBuilder providers = WebJson.array();
        entry.providers().forEach(providers::add);
        JsonObjectBuilder json = WebJson.object()
                .add("call", entry.call())
                .add("askedAt", entry.askedAt().toString())
                .add("user", entry.user())
                .add("department", entry.department())
                .add("organisation", entry.organisation())
                .add("recordType", entry.recordType())
                .add("recordId", entry.recordId())
                .add("action", entry.action())
                .add("outcome", entry.outcome())
                .add("source", entry.source())
                .add("model", entry.model())
                .add("template", entry.template())
                .add("sentTo", providers)
                .add("cost", EventJson.cost(entry.cost()));
        CallsJson.addMillis(json, "totalMs", entry.totalMillis());
        return json;
    }

    static String csv(List<Entry> entries) {
        CsvTable table = new CsvTable(COLUMNS);
        for (Entry entry : entries) {
            table.add(
                    entry.call(),
                    entry.askedAt(),
                    entry.user(),
                    entry.department(),
                    entry.organisation(),
                    entry.recordType(),
                    entry.recordId(),
                    entry.action(),
                    entry.outcome(),
                    entry.source(),
                    entry.model(),
                    entry.template(),
                    String.join(" ", entry.providers()),
                    entry.cost()
                            .<Object>map(cost -> BigDecimal.valueOf(cost.nanos(), 9))
                            .orElse(""),
                    entry.cost().map(cost -> cost.currency().getCurrencyCode()).orElse(""),
                    entry.totalMillis().isPresent() ? entry.totalMillis().getAsLong() : "");
        }
        return table.toString();
    }
}
