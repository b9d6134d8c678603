package erp.assistant.web;

import erp.assistant.report.Budgets;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How the budgets of the month that runs stand. */
@Path("admin/budgets")
@Singleton
@RolesAllowed(HttpApi.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class BudgetsResource {

    private final Budgets budgets;

    @Inject
    public BudgetsResource(Budgets budgets) {
        this.budgets = budgets;
    }

    /** Each budget with what is spent, held and left of it. */
    @GET
    public String budgets() {
        return BudgetsJson.of(budgets.report());
    }
}
