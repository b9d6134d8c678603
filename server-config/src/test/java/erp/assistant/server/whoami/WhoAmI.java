package erp.assistant.server.whoami;

import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.ListColumn;
import erp.assistant.record.ListQuery;
import erp.assistant.record.ListResult;
import erp.assistant.record.RecordList;
import erp.assistant.record.RecordSource;
import erp.assistant.record.Rows;
import erp.assistant.record.Value;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A list of one row: who the container takes the caller for, by Open Liberty's own word. */
public final class WhoAmI implements RecordSource {

    @Override
    public String type() {
        return "who-am-i";
    }

    @Override
    public Optional<BusinessRecord> find(String id, Asker asker) {
        return Optional.empty();
    }

    @Override
    public Optional<RecordList> list(Asker asker) {
        return Optional.of(new RecordList(
                type(),
                "Who am I",
                List.of(ListColumn.of("caller", "Caller", ListColumn.Kind.TEXT).usable())));
    }

    @Override
    public Optional<ListResult> query(ListQuery query, Asker asker) {
        Field caller = Field.of("caller", "", new Value.Text("caller-" + caller()));
        return Optional.of(new ListResult(
                List.of(new Rows.Row("1", List.of(caller))), 1, List.of(), List.of(), Instant.now(), ""));
    }

    private static String caller() {
        try {
            Object principal = Class.forName("com.ibm.websphere.security.auth.WSSubject")
                    .getMethod("getCallerPrincipal")
                    .invoke(null);
            return principal instanceof Principal named ? named.getName() : String.valueOf(principal);
        } catch (ReflectiveOperationException e) {
            return e.toString();
        }
    }
}
