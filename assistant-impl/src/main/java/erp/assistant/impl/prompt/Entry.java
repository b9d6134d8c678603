package erp.assistant.impl.prompt;

import erp.assistant.AnswerEvent.Citation;
import erp.assistant.AnswerEvent.SentValue;
import erp.assistant.RecordContext.Sent;
import erp.assistant.chat.Fact;
import erp.assistant.record.Sensitivity;

/**
 * One labelled value, ready to be sent.
 *
 * @param id the full id, such as {@code lines.10.openQuantity}
 * @param plain the value as the model reads it
 * @param local the value as the asker writes it
 * @param masked whether a token stands in {@code plain} for personal data
 * @param group the label of the rows it belongs to, or empty
 */
record Entry(
        String id, String label, String plain, String local, String group, Sensitivity sensitivity, boolean masked) {

    String json() {
        return Json.labelled(id, label, plain);
    }

    /** The id within its row. */
    String column() {
        return id.substring(id.lastIndexOf('.') + 1);
    }

    Fact fact() {
        return new Fact(id, label, plain, group);
    }

    Citation citation() {
        return new Citation(id, group.isEmpty() ? label : group + ": " + label, local);
    }

    SentValue sentValue() {
        return new SentValue(id, label, masked);
    }

    Sent sent() {
        return new Sent(id, label, plain, sensitivity, masked);
    }
}
