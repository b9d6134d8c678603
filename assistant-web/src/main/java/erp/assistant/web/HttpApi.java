package erp.assistant.web;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The HTTP interface under {@code /assistant/api/v1}; its contract is in the module's README. */
@ApplicationPath("/api/v1")
@DeclareRoles({HttpApi.USER, HttpApi.ADMIN})
public class HttpApi extends Application {

    /** May ask. */
    static final String USER = "assistant-user";

    /** May see how it runs. */
    static final String ADMIN = "assistant-admin";
}
