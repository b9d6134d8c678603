package erp.assistant.web;

import erp.assistant.AssistantException;
import erp.assistant.Cost;
import erp.assistant.Problem;
import erp.assistant.report.MonthReport;
import erp.assistant.report.MonthReports;
import erp.assistant.report.ProductionMetrics;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/** A month's calls as a file for accounting. */
@Path("admin/report")
@Singleton
@RolesAllowed(HttpApi.ADMIN)
public class ReportResource {

    private static final List<String> COLUMNS = List.of(
            "day",
            "organisation",
            "model",
            "record_type",
            "attempts",
            "failed_attempts",
            "unpriced_calls",
            "cost",
            "answers",
            "failed_answers",
            "cache_hits",
            "saved",
            "currency");

    private final MonthReports reports;
    private final ProductionMetrics metrics;

    @Inject
    public ReportResource(MonthReports reports, ProductionMetrics metrics) {
        this.reports = reports;
        this.metrics = metrics;
    }

    /** The report of a month, the current one if none is named. */
    @GET
    public Response report(
            @QueryParam("month") @DefaultValue("") String month,
            @QueryParam("format") @DefaultValue("csv") String format) {
        if (!format.equals("csv")) {
            throw new AssistantException(Problem.of(Problem.Code.QUESTION_INVALID, "format must be csv."));
        }
        YearMonth of = month.isEmpty() ? metrics.currentMonth() : AdminResource.named(month);
        return Response.ok(csv(reports.report(of)), "text/csv; charset=utf-8; header=present")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"assistant-" + of + ".csv\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    static String csv(MonthReport report) {
        CsvTable table = new CsvTable(COLUMNS);
        for (MonthReport.Line line : report.lines()) {
            table.add(
                    line.day(),
                    line.organisation(),
                    line.model(),
                    line.recordType(),
                    line.attempts(),
                    line.failedAttempts(),
                    line.unpricedCalls(),
                    amount(line.cost()),
                    line.answers(),
                    line.failedAnswers(),
                    line.cacheHits(),
                    amount(line.saved()),
                    report.currency().getCurrencyCode());
        }
        return table.toString();
    }

    /** With all nine decimals: exact, and never in powers of ten. */
    private static BigDecimal amount(Cost cost) {
        return BigDecimal.valueOf(cost.nanos(), 9);
    }
}
