package erp.assistant.web;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.report.CallLog;
import erp.assistant.report.CallLog.Search;
import erp.assistant.report.EffectiveConfiguration;
import erp.assistant.report.PriceBook;
import erp.assistant.report.ProductionMetrics;
import erp.assistant.report.ProviderStates;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an admin asks: the three production metrics and the ledger behind them. */
@Path("admin")
@Singleton
@RolesAllowed(HttpApi.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class AdminResource {

    private static final int MOST_ROWS = 1_000;
    private static final Pattern MONTH = Pattern.compile("20\\d{2}-(0[1-9]|1[0-2])");

    private final ProductionMetrics metrics;
    private final CallLog calls;
    private final EffectiveConfiguration configuration;
    private final ProviderStates providers;
    private final PriceBook prices;

    @Inject
    public AdminResource(
            ProductionMetrics metrics,
            CallLog calls,
            EffectiveConfiguration configuration,
            ProviderStates providers,
            PriceBook prices) {
        this.metrics = metrics;
        this.calls = calls;
        this.configuration = configuration;
        this.providers = providers;
        this.prices = prices;
    }

    /**
     * The three production metrics of a month, the current one if none is named; of a part of it if slices are named, see {@link
     * Slices}.
     */
    @GET
    @Path("metrics")
    public String metrics(@QueryParam("month") @DefaultValue("") String month, @Context UriInfo uri) {
        return metrics(month, uri.getQueryParameters());
    }

    String metrics(String month, MultivaluedMap<String, String> parameters) {
        return MetricsJson.of(metrics.month(month(month), Slices.of(parameters)));
    }

    /** Provider attempts, newest first: all, or those of a month, or those in slices of a month. */
    @GET
    @Path("calls")
    public String calls(
            @QueryParam("month") @DefaultValue("") String month,
            @QueryParam("offset") @DefaultValue("0") String offset,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @Context UriInfo uri) {
        return calls(month, offset, limit, uri.getQueryParameters());
    }

    String calls(String month, String offset, String limit, MultivaluedMap<String, String> parameters) {
        return CallsJson.of(calls.attempts(
                wanted(month, Slices.of(parameters)),
                number("offset", offset, 0, Integer.MAX_VALUE),
                number("limit", limit, 1, MOST_ROWS)));
    }

    private static Search wanted(String month, Map<String, String> only) {
        if (month.isEmpty() && !only.isEmpty()) {
            throw invalid(
                    "A filter of calls needs a month such as 2026-11: else all calls of all years would be gone through.");
        }
        return new Search(month.isEmpty() ? Optional.empty() : Optional.of(named(month)), only);
    }

    /** How each provider is: its breaker, its latest failure, its keys, and what the admin must do something about. */
    @GET
    @Path("providers")
    public String providers() {
        return ProvidersJson.of(providers.providers());
    }

    /** The configuration in force and where each value comes from; keys only as set or missing; the price files in force. */
    @GET
    @Path("config")
    public String config() {
        JsonArrayBuilder entries = WebJson.array();
        configuration
                .entries()
                .forEach(entry -> entries.add(WebJson.object()
                        .add("key", entry.key())
                        .add("value", entry.value())
                        .add("source", entry.source())
                        .add("restart", entry.restart())));
        return WebJson.object()
                .add("config", entries)
                .add("prices", PricesJson.of(prices.state()))
                .build()
                .toString();
    }

    private YearMonth month(String month) {
        return month.isEmpty() ? metrics.currentMonth() : named(month);
    }

    /** The month of that name. */
    static YearMonth named(String month) {
        if (MONTH.matcher(month).matches()) {
            return YearMonth.parse(month);
        }
        throw invalid("month must be a year and a month such as 2026-11.");
    }

    /** The whole number that a parameter is. */
    static int number(String name, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw invalid(name + " must be a whole number from " + least + " to " + most + ".");
    }

    private static AssistantException invalid(String detail) {
        return new AssistantException(Problem.of(Problem.Code.QUESTION_INVALID, detail));
    }
}
