package erp.assistant.impl.prompt;

import erp.assistant.FormValue;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.privacy.Originals;
import erp.assistant.impl.privacy.Pseudonyms;
import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Value;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How the values of a record are worded for one asker: plainly for the model, with tokens for what is personal, and in the asker's
 * own form. For one request and one thread.
 */
final class Wording {

    private final PlainValues plain;
    private final BriefValues brief;
    private final LocalValues local;
    private final boolean mask;
    private final Set<String> confidentialRoles;
    private final Asker asker;
    private final Pseudonyms pseudonyms;

    private Wording(Asker asker, Settings settings, LocalDate today, Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
        this.asker = asker;
        this.plain = new PlainValues(settings.zone());
        this.brief = new BriefValues(settings.zone(), today);
        this.local = new LocalValues(asker.language(), settings.zone());
        this.mask = settings.prompting().maskPersonal();
        this.confidentialRoles = settings.prompting().confidentialRoles();
    }

    /** Knows all personal values of the record from the start, since a note may name a person of whom a later field tells. */
    static Wording of(BusinessRecord record, Asker asker, Settings settings, LocalDate today) {
        return of(record, asker, settings, today, new Pseudonyms());
    }

    /** The same for a further record of a request that has such tokens already. */
    static Wording after(Originals originals, BusinessRecord record, Asker asker, Settings settings, LocalDate today) {
        return of(record, asker, settings, today, Pseudonyms.after(originals));
    }

    private static Wording of(
            BusinessRecord record, Asker asker, Settings settings, LocalDate today, Pseudonyms pseudonyms) {
        Wording wording = new Wording(asker, settings, today, pseudonyms);
        record.fields().forEach(wording::learn);
        for (Rows rows : record.rows()) {
            rows.rows().forEach(row -> row.cells().forEach(wording::learn));
        }
        return wording;
    }

    /** Whether the asker's roles let a field be sent that the ERP shows. */
    boolean permits(Field field) {
        return field.sensitivity() != Sensitivity.CONFIDENTIAL
                || confidentialRoles.isEmpty()
                || confidentialRoles.stream().anyMatch(asker::hasRole);
    }

    Entry entry(String id, String label, String group, Field field) {
        String value = plain.of(field.value());
        Supplier<String> shown = () -> local.of(field.value());
        String sent = sent(label, value, shown, field);
        boolean masked = !sent.equals(value);
        Brief briefly = masked ? Brief.of(sent) : brief.of(field.value());
        return new Entry(id, label, sent, briefly, shown, group, field.sensitivity(), masked);
    }

    /** A text beside the values, with tokens for what is personal in it. */
    String masked(String text) {
        return mask ? pseudonyms.mask("", text) : text;
    }

    /** A value in full, personal or not; for what is not sent. */
    String plain(Value value) {
        return plain.of(value);
    }

    /** An answer of an earlier request, with tokens of this one. */
    String again(String answer, Originals earlier) {
        return mask ? pseudonyms.again(answer, earlier) : answer;
    }

    /** What the user has typed, as data, with tokens for what is personal in it. */
    TypedValue typed(FormValue value) {
        return new TypedValue(DataText.label(value.label()), masked(DataText.value(value.value())));
    }

    /** What the tokens of a finished message stand for. */
    Originals originals(String message) {
        return pseudonyms.originals().in(message);
    }

    String brief(Value value) {
        return brief.of(value).whole();
    }

    String day(LocalDate date) {
        return brief.day(date);
    }

    /** Whether a text holds a token that stands for personal data. */
    boolean hasTokens(String text) {
        return !originals(text).byToken().isEmpty();
    }

    Locale language() {
        return asker.language();
    }

    /** A word of the assistant's own in the asker's language. */
    String word(String key) {
        return local.word(key);
    }

    /** Why something is not sent, in the asker's language. */
    String reason(String english) {
        return local.word("leftOut." + english.replace(' ', '-'));
    }

    private void learn(Field field) {
        if (mask && field.sensitivity() == Sensitivity.PERSONAL && field.value() instanceof Value.Text text) {
            pseudonyms.learn(DataText.value(text.text()));
        }
    }

    private String sent(String label, String value, Supplier<String> shown, Field field) {
        if (!mask || field.value() instanceof Value.Missing) {
            return value;
        }
        if (field.sensitivity() == Sensitivity.PERSONAL) {
            return pseudonyms.token(value, shown.get());
        }
        return field.value() instanceof Value.Text ? pseudonyms.mask(label, value) : value;
    }
}
