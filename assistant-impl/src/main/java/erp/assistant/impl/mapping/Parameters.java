package erp.assistant.impl.mapping;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names that a query may use, and their values for one read. The record's own columns are {@code record.} and their name.
 *
 * <p>None comes from a model or from a prompt; {@link #ID} comes from a browser, all others from the server.
 */
record Parameters(
        Map<String, @Nullable Object> values, @Nullable RowData record) {

    /** The identifier that the screen names. */
    static final String ID = "id";
    /** The login of the asker. */
    static final String USER = "user";
    /** The asker's language, such as {@code de}. */
    static final String LANGUAGE = "language";
    /** The day of the company's time zone. */
    static final String TODAY = "today";

    static final String RECORD = "record.";

    @Nullable
    Object value(String name) {
        if (name.startsWith(RECORD)) {
            if (record == null) {
                throw new IllegalStateException("there is no record yet for :" + name);
            }
            return record.value(name.substring(RECORD.length()));
        }
        if (!values.containsKey(name)) {
            throw new IllegalStateException("no value for :" + name);
        }
        return values.get(name);
    }

    /** These and more. */
    Parameters with(Map<String, @Nullable Object> more) {
        Map<String, @Nullable Object> all = new HashMap<>(values);
        all.putAll(more);
        return new Parameters(all, record);
    }

    Parameters of(RowData row) {
        return new Parameters(values, row);
    }
}
