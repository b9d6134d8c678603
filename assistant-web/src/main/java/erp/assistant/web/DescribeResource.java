package erp.assistant.web;

import erp.assistant.report.RecordMappings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Proposes a mapping file to an admin. It shows names of tables and columns, never a row. */
@Path("admin/describe")
@Singleton
@RolesAllowed(HttpApi.ADMIN)
public class DescribeResource {

    private final RecordMappings mappings;

    @Inject
    public DescribeResource(RecordMappings mappings) {
        this.mappings = mappings;
    }

    /** The file for a table, to be pruned and put into the folder. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String describe(
            @QueryParam("dataSource") @DefaultValue("") String dataSource,
            @QueryParam("table") @DefaultValue("") String table) {
        return mappings.propose(dataSource, table);
    }
}
