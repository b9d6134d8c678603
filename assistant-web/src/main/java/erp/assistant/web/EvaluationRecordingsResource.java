package erp.assistant.web;

import erp.assistant.report.EvaluationRun;
import erp.assistant.report.EvaluationRuns;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;

/** Recordings that come as files: their answers are judged by the cases of this server, and nobody is asked. */
@Path("admin/evaluation/recordings")
@Singleton
@RolesAllowed(HttpApi.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class EvaluationRecordingsResource {

    private final EvaluationRuns runs;

    @Inject
    public EvaluationRecordingsResource(EvaluationRuns runs) {
        this.runs = runs;
    }

    /** Begins a run over the answers of a file, whose recording it is from then on. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response judge(InputStream body, @Context SecurityContext security) throws IOException {
        EvaluationRun run = runs.judge(
                RecordingReader.read(body), security.getUserPrincipal().getName());
        return Response.accepted(EvaluationJson.run(run).build().toString()).build();
    }
}
