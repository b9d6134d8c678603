package erp.assistant.impl.mapping;

import erp.assistant.record.Field;
import erp.assistant.record.Rows;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The version of a record whose table has none: twelve hexadecimal digits that differ when what is shown does. */
final class Fingerprint {

    private static final int DIGITS = 12;

    private Fingerprint() {}

    static String of(List<Field> fields, List<Rows> rows) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((fields + "\n" + rows).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
