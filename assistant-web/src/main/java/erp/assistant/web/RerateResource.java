package erp.assistant.web;

import erp.assistant.report.PriceBook;
import erp.assistant.report.Rerating;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.time.YearMonth;

/** Prices a past month at the prices in force now: first as a preview, then for good. */
@Path("admin/rerate")
@Singleton
@RolesAllowed(HttpApi.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class RerateResource {

    private final Rerating rerating;
    private final PriceBook prices;

    @Inject
    public RerateResource(Rerating rerating, PriceBook prices) {
        this.rerating = rerating;
        this.prices = prices;
    }

    /** What other prices make of a month's costs. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public String rerate(
            @QueryParam("month") @DefaultValue("") String month, InputStream body, @Context SecurityContext security)
            throws IOException {
        return rerate(
                AdminResource.named(month),
                RerateRequest.read(body),
                security.getUserPrincipal().getName());
    }

    String rerate(YearMonth month, RerateRequest request, String by) {
        String inForce = prices.state().fingerprint();
        if (!request.prices().isEmpty() && !request.prices().equals(inForce)) {
            throw JsonBody.invalid("The prices have changed since " + request.prices() + ": now they are " + inForce
                    + ". Look at a new preview.");
        }
        return PricesJson.of(request.apply() ? rerating.apply(month, by) : rerating.preview(month));
    }
}
