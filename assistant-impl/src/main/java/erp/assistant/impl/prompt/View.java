package erp.assistant.impl.prompt;

import erp.assistant.impl.config.Settings;
import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * All that may be sent of a record for one asker, told by a fingerprint: two are the same if and only if each value, row and label
 * is.
 *
 * <p>What was said about a record is used again only where this is the same: for later questions of a conversation, and for
 * others who ask the same. So neither a value that has changed nor one that the asker may no longer see can come back.
 *
 * @param fingerprint SHA-256 in hexadecimal
 * @param ids of all that may be sent, as a receipt names them
 */
public record View(String fingerprint, Set<String> ids) {

    public View {
        ids = Set.copyOf(ids);
    }

    /** What this asker may have sent of a record as it is now. */
    public static View of(BusinessRecord record, Asker asker, Settings settings) {
        Viewing viewing = new Viewing(Wording.of(record, asker, settings, LocalDate.EPOCH));
        viewing.add(record.ref().type());
        viewing.add(record.ref().id());
        viewing.add(record.organisation());
        viewing.add(record.label());
        viewing.add(Boolean.toString(settings.prompting().maskPersonal()));
        record.fields().forEach(field -> viewing.add("", field));
        for (Rows rows : record.rows()) {
            viewing.add(rows.id());
            viewing.add(rows.label());
            viewing.add(Integer.toString(rows.total()));
            viewing.ids.add(rows.id() + ".row-count");
            rows.totals().forEach(total -> viewing.add(rows.id() + ".", total));
            for (Rows.Row row : rows.rows()) {
                viewing.add(row.key());
                row.cells().forEach(cell -> viewing.add(rows.id() + "." + row.key() + ".", cell));
            }
        }
        return new View(HexFormat.of().formatHex(viewing.digest.digest()), viewing.ids);
    }

    /** One pass over a record. */
    private static final class Viewing {

        private final Wording wording;
        private final Set<String> ids = new HashSet<>();
        private final MessageDigest digest;

        Viewing(Wording wording) {
            this.wording = wording;
            try {
                this.digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java platform has SHA-256", impossible);
            }
        }

        void add(String prefix, Field field) {
            if (field.sensitivity() == Sensitivity.SECRET || !wording.permits(field)) {
                return;
            }
            ids.add(prefix + field.id());
            add(prefix + field.id());
            add(field.label());
            add(field.sensitivity().name());
            add(wording.plain(field.value()));
        }

        /** With its length before it, so that no two lists of parts are the same bytes. */
        void add(String part) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
    }
}
