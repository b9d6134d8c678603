package erp.assistant.web;

import erp.assistant.report.PriceBook;
import erp.assistant.report.PriceRows;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The prices in force, row by row. */
@Path("admin/prices")
@Singleton
@RolesAllowed(HttpApi.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class PricesResource {

    private final PriceBook book;
    private final PriceRows rows;

    @Inject
    public PricesResource(PriceBook book, PriceRows rows) {
        this.book = book;
        this.rows = rows;
    }

    /** The state of the price files and each row of the price file. */
    @GET
    public String prices() {
        JsonArrayBuilder array = WebJson.array();
        rows.rows().forEach(row -> array.add(row(row)));
        return WebJson.object()
                .add("state", PricesJson.of(book.state()))
                .add("rows", array)
                .build()
                .toString();
    }

    private static JsonObjectBuilder row(PriceRows.Row row) {
        JsonArrayBuilder models = WebJson.array();
        row.models().forEach(models::add);
        JsonObjectBuilder prices = WebJson.object();
        row.prices().forEach((column, price) -> prices.add(column, price.toPlainString()));
        JsonObjectBuilder json = WebJson.object()
                .add("id", row.id())
                .add("provider", row.provider())
                .add("models", models)
                .add("firstDay", row.firstDay().toString())
                .add("aboveTokens", row.aboveTokens())
                .add("serviceTier", row.serviceTier())
                .add("prices", prices)
                .add("currency", row.currency().getCurrencyCode());
        row.lastDay()
                .ifPresentOrElse(day -> json.add("lastDay", day.toString()), () -> json.add("lastDay", JsonValue.NULL));
        return json;
    }
}
