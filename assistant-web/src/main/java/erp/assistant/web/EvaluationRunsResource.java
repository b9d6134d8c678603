package erp.assistant.web;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.report.EvaluationRecording;
import erp.assistant.report.EvaluationRun;
import erp.assistant.report.EvaluationRuns;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;

/** Runs of the evaluation: questions asked of one provider, or of two that are compared, within a limit of money. */
@Path("admin/evaluation/runs")
@Singleton
@RolesAllowed(HttpApi.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class EvaluationRunsResource {

    private final EvaluationRuns runs;

    @Inject
    public EvaluationRunsResource(EvaluationRuns runs) {
        this.runs = runs;
    }

    /** Begins a run. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(InputStream body, @Context SecurityContext security) throws IOException {
        EvaluationRun run =
                runs.start(RunRequest.read(body), security.getUserPrincipal().getName());
        return Response.accepted(EvaluationJson.run(run).build().toString()).build();
    }

    /** All that are kept, newest first. */
    @GET
    public String runs() {
        JsonArrayBuilder all = WebJson.array();
        runs.runs().forEach(run -> all.add(EvaluationJson.run(run)));
        return WebJson.object().add("runs", all).build().toString();
    }

    /** One of them with its questions. */
    @GET
    @Path("{id}")
    public String run(@PathParam("id") String id, @QueryParam("answers") @DefaultValue("false") boolean answers) {
        EvaluationRun run = runs.run(id).orElseThrow(EvaluationRunsResource::noSuchRun);
        JsonArrayBuilder results = WebJson.array();
        runs.results(id, answers).forEach(result -> results.add(EvaluationJson.result(result, answers)));
        return EvaluationJson.run(run).add("results", results).build().toString();
    }

    /** The same as a file: {@code csv} for a spreadsheet, {@code md} for people. */
    @GET
    @Path("{id}/report")
    public Response report(@PathParam("id") String id, @QueryParam("format") @DefaultValue("md") String format) {
        EvaluationRun run = runs.run(id).orElseThrow(EvaluationRunsResource::noSuchRun);
        return switch (format) {
            case "csv" ->
                file(
                        id,
                        "csv",
                        "text/csv; charset=utf-8; header=present",
                        EvaluationReport.csv(run, runs.results(id, false)));
            case "md" ->
                file(id, "md", "text/markdown; charset=utf-8", EvaluationReport.markdown(run, runs.results(id, false)));
            default -> throw JsonBody.invalid("format must be csv or md.");
        };
    }

    private static Response file(String id, String ending, String type, String content) {
        return Response.ok(content, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"evaluation-" + id + "." + ending + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** The answers of a variant as a file, which this or another server can judge. */
    @GET
    @Path("{id}/recording")
    public Response recording(@PathParam("id") String id, @QueryParam("variant") @DefaultValue("0") String variant) {
        EvaluationRecording recording = runs.recording(id, AdminResource.number("variant", variant, 0, 1))
                .orElseThrow(EvaluationRunsResource::noSuchRun);
        return file(id + "-" + variant, "json", MediaType.APPLICATION_JSON, RecordingWriter.write(recording));
    }

    /** Stops a run that is under way; removes one that has ended. */
    @DELETE
    @Path("{id}")
    public Response end(@PathParam("id") String id) {
        if (runs.stop(id)) {
            EvaluationRun run = runs.run(id).orElseThrow(EvaluationRunsResource::noSuchRun);
            return Response.accepted(EvaluationJson.run(run).build().toString()).build();
        }
        if (runs.delete(id)) {
            return Response.noContent().build();
        }
        throw noSuchRun();
    }

    private static AssistantException noSuchRun() {
        return new AssistantException(Problem.of(Problem.Code.RECORD_NOT_AVAILABLE, "There is no such run."));
    }
}
