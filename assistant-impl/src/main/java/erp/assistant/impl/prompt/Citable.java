package erp.assistant.impl.prompt;

import erp.assistant.AnswerEvent.Citation;
import java.util.function.Supplier;

/** A value that was sent, so that an answer may cite it; what its asker would read is made when it does. */
public final class Citable {

    private final String id;
    private final String label;
    private final String group;
    private final Supplier<String> local;

    /**
     * Makes one.
     *
     * @param group the label of the rows that the value is in, or empty
     * @param local tells the value as the asker's language writes it
     */
    Citable(String id, String label, String group, Supplier<String> local) {
        this.id = id;
        this.label = label;
        this.group = group;
        this.local = local;
    }

    /** As in {@code [#id]}. */
    String id() {
        return id;
    }

    Citation citation() {
        return new Citation(id, group.isEmpty() ? label : group + ": " + label, local.get());
    }
}
