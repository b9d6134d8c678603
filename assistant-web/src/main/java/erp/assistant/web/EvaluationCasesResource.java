package erp.assistant.web;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.report.EvaluationCases;
import erp.assistant.report.EvaluationCases.Basis;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The cases that answers are judged by: those that the ERP ships, and those that an admin stores, such as of a bad answer. */
@Path("admin/evaluation/cases")
@Singleton
@RolesAllowed(HttpApi.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class EvaluationCasesResource {

    private final EvaluationCases cases;

    @Inject
    public EvaluationCasesResource(EvaluationCases cases) {
        this.cases = cases;
    }

    /** All of them. */
    @GET
    public String cases() {
        return EvaluationJson.cases(cases.cases());
    }

    /** Stores one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response store(InputStream body, @Context SecurityContext security) throws IOException {
        return Response.status(Response.Status.CREATED)
                .entity(store(
                        CaseRequest.read(body), security.getUserPrincipal().getName()))
                .build();
    }

    String store(CaseRequest request, String by) {
        Optional<String> answer = request.answer();
        Optional<Basis> basis = answer.flatMap(cases::basis);
        return EvaluationJson.entry(cases.store(request.draft(basis), answer, by))
                .build()
                .toString();
    }

    /** Deletes a stored one. */
    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id) {
        if (cases.delete(id)) {
            return Response.noContent().build();
        }
        throw new AssistantException(Problem.of(
                Problem.Code.RECORD_NOT_AVAILABLE,
                "There is no such stored case. Cases of the ERP cannot be deleted."));
    }
}
