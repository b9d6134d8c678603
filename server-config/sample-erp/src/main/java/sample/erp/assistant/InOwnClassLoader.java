package sample.erp.assistant;

import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.ListQuery;
import erp.assistant.record.ListResult;
import erp.assistant.record.RecordList;
import erp.assistant.record.RecordSource;
import erp.assistant.record.Withheld;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A source whose reads run with this application's class loader in context.
 *
 * <p>The assistant is another application and calls on its own threads; persistence would otherwise look for this
 * application's classes with the assistant's loader.
 */
record InOwnClassLoader(RecordSource source, ClassLoader loader) implements RecordSource {

    @Override
    public String type() {
        return source.type();
    }

    @Override
    public Optional<BusinessRecord> find(String id, Asker asker) {
        return inOwnLoader(() -> source.find(id, asker));
    }

    @Override
    public Optional<RecordList> list(Asker asker) {
        return inOwnLoader(() -> source.list(asker));
    }

    @Override
    public Optional<ListResult> query(ListQuery query, Asker asker) {
        return inOwnLoader(() -> source.query(query, asker));
    }

    @Override
    public String department(Asker asker) {
        return inOwnLoader(() -> source.department(asker));
    }

    @Override
    public List<Withheld> withheld(Asker asker) {
        return inOwnLoader(() -> source.withheld(asker));
    }

    @Override
    public List<Withheld> withheldFromList(Asker asker) {
        return inOwnLoader(() -> source.withheldFromList(asker));
    }

    private <T> T inOwnLoader(Supplier<T> reading) {
        Thread thread = Thread.currentThread();
        ClassLoader callers = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return reading.get();
        } finally {
            thread.setContextClassLoader(callers);
        }
    }
}
