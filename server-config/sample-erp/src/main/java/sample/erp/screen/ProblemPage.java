package sample.erp.screen;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/** Answers errors as {@code {"message": ...}}, which the screens show as it is. */
@Provider
public class ProblemPage implements ExceptionMapper<ScreenProblem> {

    @Override
    public Response toResponse(ScreenProblem problem) {
        return Response.status(problem.status())
                .type("application/json")
                .entity(Map.of("message", String.valueOf(problem.getMessage())))
                .build();
    }
}
