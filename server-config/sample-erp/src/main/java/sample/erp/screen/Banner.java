package sample.erp.screen;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Says on the console where the demo is and who may sign in. */
@Singleton
class Banner {

    private static final String DEFAULT_URL = "http://127.0.0.1:9080/erp/";

    void print(@Observes @Priority(300) Startup event) {
        String url = Optional.ofNullable(System.getenv("ERP_BANNER_URL")).orElse(DEFAULT_URL);
        System.out.println("""

                ------------------------------------------------------------------------
                  NordWerk sample ERP, a demo with made-up data:  %s
                  Sign in as (password = name)
                    anna   sales, Bremen                   carl   accounting, both companies
                    bert   purchasing, Bremen              paul   production planning, Bremen
                    vera   warehouse, Bremen: no prices    adam   admin, both companies
                  Start with sales order 4711. As adam, see /assistant/admin/ too.
                ------------------------------------------------------------------------
                """.formatted(url));
    }
}
