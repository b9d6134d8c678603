package erp.assistant.web;

import erp.assistant.report.LedgerRow;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.OptionalLong;

/** Ledger rows as JSON. */
final class CallsJson {

    private CallsJson() {}

    static String of(List<LedgerRow> rows) {
        JsonArrayBuilder array = WebJson.array();
        rows.forEach(row -> array.add(row(row)));
        return WebJson.object().add("calls", array).build().toString();
    }

    private static JsonObjectBuilder row(LedgerRow row) {
        JsonObjectBuilder json = WebJson.object()
                .add("call", row.call())
                .add("attempt", row.attempt())
                .add("sentAt", row.sentAt().toString())
                .add("user", row.user())
                .add("organisation", row.organisation())
                .add("recordType", row.recordType())
                .add("recordId", row.recordId())
                .add("action", row.action())
                .add("slot", row.slot())
                .add("provider", row.provider())
                .add("requestedModel", row.requestedModel())
                .add("responseModel", row.responseModel())
                .add("state", row.state())
                .add("outcome", row.outcome())
                .add("httpStatus", row.httpStatus())
                .add("usage", EventJson.usage(row.usage()))
                .add("reserved", EventJson.cost(row.reserved()))
                .add("cost", EventJson.cost(row.cost()))
                .add("priceRow", row.priceRow())
                .add("providerRequestId", row.providerRequestId());
        addMillis(json, "firstMs", row.firstContentMillis());
        addMillis(json, "totalMs", row.totalMillis());
        return json;
    }

    static void addMillis(JsonObjectBuilder json, String name, OptionalLong millis) {
        if (millis.isPresent()) {
            json.add(name, millis.getAsLong());
        } else {
            json.addNull(name);
        }
    }
}
