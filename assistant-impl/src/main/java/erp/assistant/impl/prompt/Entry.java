package erp.assistant.impl.prompt;

import erp.assistant.AnswerEvent.SentValue;
import erp.assistant.RecordContext.Sent;
import erp.assistant.chat.Fact;
import erp.assistant.record.Sensitivity;
import java.util.function.Supplier;

/**
 * One labelled value, ready to be sent.
 *
 * @param id the full id, such as {@code lines.10.openQuantity}
 * @param plain the value in full, as receipts and the offline model tell it
 * @param brief the same as the model reads it
 * @param local tells the value as the asker writes it; few are ever cited
 * @param masked whether a token stands in {@code plain} for personal data
 * @param group the label of the rows it belongs to, or empty
 */
record Entry(
        String id,
        String label,
        String plain,
        Brief brief,
        Supplier<String> local,
        String group,
        Sensitivity sensitivity,
        boolean masked) {

    /** The value as somebody reads it who may know all of it. */
    String readable() {
        return masked ? local.get() : plain;
    }

    /** {@code Lines: Open=170 pcs}; a label's equals sign is another one, so that the first one ends the label. */
    String line() {
        String named = (group.isEmpty() ? label : group + ": " + label).replace('=', ':');
        return named + "=" + brief.after(named);
    }

    /** The id within its row. */
    String column() {
        return id.substring(id.lastIndexOf('.') + 1);
    }

    Fact fact() {
        return new Fact(id, label, plain, group, masked);
    }

    Citable citable() {
        return new Citable(id, label, group, local);
    }

    SentValue sentValue() {
        return new SentValue(id, label, masked);
    }

    Sent sent() {
        return new Sent(id, label, plain, sensitivity, masked);
    }
}
