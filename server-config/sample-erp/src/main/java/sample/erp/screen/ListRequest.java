package sample.erp.screen;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** What a list is asked for. Everything comes from the browser. */
public class ListRequest {

    static final int PAGE_SIZE = 25;

    @QueryParam("search")
    @DefaultValue("")
    private String search = "";

    @QueryParam("status")
    @DefaultValue("")
    private String status = "";

    @QueryParam("sort")
    @DefaultValue("")
    private String sort = "";

    @QueryParam("descending")
    private boolean descending;

    @QueryParam("page")
    private int page;

    /** For JAX-RS, which fills the fields. */
    public ListRequest() {}

    ListRequest(String search, String status, String sort, boolean descending, int page) {
        this.search = search;
        this.status = status;
        this.sort = sort;
        this.descending = descending;
        this.page = page;
    }

    String search() {
        return search;
    }

    String status() {
        return status;
    }

    String sort() {
        return sort;
    }

    boolean descending() {
        return descending;
    }

    /** From 0. */
    int page() {
        return Math.max(0, Math.min(page, 10_000));
    }
}
