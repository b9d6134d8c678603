package erp.assistant.web;

import erp.assistant.AnswerEvent.Recipient;
import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.report.AuditLog;
import erp.assistant.report.AuditLog.Entry;
import erp.assistant.report.AuditLog.PromptField;
import erp.assistant.report.AuditLog.Search;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who asked about what, and the names of what was sent to whom for it: looked up by person, record, time, ending and field, as JSON or
 * as a file. It has no texts and no values.
 */
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
            "regions",
            "prompt_values",
            "prompt_masked",
            "prompt_fields",
            "sent_fields",
            "cost",
            "currency",
            "total_ms");

    /** A value of one row, which is not looked for by itself. */
    private static final Pattern CELL = Pattern.compile("[^.]*\\.[^.*]*\\.[^.]*");

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
            @QueryParam("field") @DefaultValue("") String field,
            @QueryParam("offset") @DefaultValue("0") String offset,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("format") @DefaultValue("json") String format) {
        Search search = wanted(from, to, user, type, id, department, model, outcome, field);
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

    /** One question, with each field and column that its prompts held and the requests that did. */
    @GET
    @Path("{call}")
    @Produces(MediaType.APPLICATION_JSON)
    public String question(@PathParam("call") String call) {
        return log.question(call)
                .map(entry -> row(entry)
                        .add("requests", requests(entry))
                        .add("fields", fields(entry))
                        .build()
                        .toString())
                .orElseThrow(() -> new AssistantException(Problem.of(
                        Problem.Code.RECORD_NOT_AVAILABLE, "There is no such question, or it is no longer kept.")));
    }

    static Search wanted(
            String from,
            String to,
            String user,
            String type,
            String id,
            String department,
            String model,
            String outcome,
            String field) {
        if (CELL.matcher(field).matches()) {
            throw JsonBody.invalid("field names a column with a star for its rows, such as lines.*.openQuantity.");
        }
        Period period = Period.of(from, to);
        return new Search(period.from(), period.to(), user, type, id, department, model, outcome, field);
    }

    static String json(List<Entry> entries) {
        JsonArrayBuilder array = WebJson.array();
        entries.forEach(entry -> array.add(row(entry)));
        return WebJson.object().add("questions", array).build().toString();
    }

    private static JsonObjectBuilder row(Entry entry) {
        JsonArrayBuilder sentTo = WebJson.array();
        entry.recipients().forEach(recipient -> sentTo.add(json(recipient)));
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
                .add("sentTo", sentTo)
                .add("cost", EventJson.cost(entry.cost()));
        addCount(json, "values", entry, field -> true);
        addCount(json, "masked", entry, PromptField::masked);
        CallsJson.addMillis(json, "totalMs", entry.totalMillis());
        return json;
    }

    private static void addCount(JsonObjectBuilder json, String name, Entry entry, Predicate<PromptField> which) {
        OptionalInt count = count(entry, which);
        if (count.isPresent()) {
            json.add(name, count.getAsInt());
        } else {
            json.addNull(name);
        }
    }

    /** How many values of a prompt; empty if that is not known. */
    private static OptionalInt count(Entry entry, Predicate<PromptField> which) {
        return entry.fields()
                .map(fields -> OptionalInt.of(fields.stream()
                        .filter(which)
                        .mapToInt(PromptField::values)
                        .sum()))
                .orElseGet(OptionalInt::empty);
    }

    private static JsonArrayBuilder requests(Entry entry) {
        JsonArrayBuilder array = WebJson.array();
        entry.requests().forEach(request -> array.add(json(request.to()).add("attempt", request.attempt())));
        return array;
    }

    private static JsonObjectBuilder json(Recipient recipient) {
        return WebJson.object().add("provider", recipient.provider()).add("region", recipient.region());
    }

    private static JsonValue fields(Entry entry) {
        if (entry.fields().isEmpty()) {
            return JsonValue.NULL;
        }
        JsonArrayBuilder array = WebJson.array();
        for (PromptField field : entry.fields().get()) {
            JsonArrayBuilder rows = WebJson.array();
            field.rows().forEach(rows::add);
            JsonArrayBuilder requests = WebJson.array();
            entry.with(field).forEach(request -> requests.add(request.attempt()));
            array.add(WebJson.object()
                    .add("id", field.id())
                    .add("label", field.label())
                    .add("masked", field.masked())
                    .add("rows", rows)
                    .add("requests", requests));
        }
        return array.build();
    }

    /** {@code creditLimit}, {@code contact(masked)}, {@code lines.*.open[10 20]}. */
    private static String told(PromptField field) {
        return field.id()
                + (field.masked() ? "(masked)" : "")
                + (field.rows().isEmpty() ? "" : field.rows().stream().collect(Collectors.joining(" ", "[", "]")));
    }

    /** What each receiver had: {@code anthropic: status; openai: all}. */
    private static String sent(Entry entry) {
        List<PromptField> held = entry.fields().orElse(List.of());
        return entry.fields().isEmpty()
                ? ""
                : entry.recipients().stream()
                        .map(recipient -> recipient.provider() + ": " + told(held, entry, recipient))
                        .collect(Collectors.joining("; "));
    }

    private static String told(List<PromptField> held, Entry entry, Recipient recipient) {
        List<PromptField> had = held.stream()
                .filter(field -> entry.with(field).stream()
                        .anyMatch(request -> request.to().equals(recipient)))
                .toList();
        return had.size() == held.size()
                ? "all"
                : had.stream().map(AuditResource::told).collect(Collectors.joining(" "));
    }

    private static Object cell(OptionalInt count) {
        return count.isPresent() ? count.getAsInt() : "";
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
                    entry.recipients().stream().map(Recipient::provider).collect(Collectors.joining(" ")),
                    entry.recipients().stream()
                            .filter(recipient -> !recipient.region().isEmpty())
                            .map(recipient -> recipient.provider() + ": " + recipient.region())
                            .collect(Collectors.joining("; ")),
                    cell(count(entry, field -> true)),
                    cell(count(entry, PromptField::masked)),
                    entry.fields().orElse(List.of()).stream()
                            .map(AuditResource::told)
                            .collect(Collectors.joining(" ")),
                    sent(entry),
                    entry.cost()
                            .<Object>map(cost -> BigDecimal.valueOf(cost.nanos(), 9))
                            .orElse(""),
                    entry.cost().map(cost -> cost.currency().getCurrencyCode()).orElse(""),
                    entry.totalMillis().isPresent() ? entry.totalMillis().getAsLong() : "");
        }
        return table.toString();
    }
}
