package erp.assistant.impl.prompt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A version of a part of the instructions; a change of the words is a new version, so that answers can be traced to what was asked.
 *
 * @param name {@code data}, {@code answer}, {@code form} or {@code action-} and what an action's id is or begins with
 * @param shipped whether it is the product's and not an admin's
 * @param id name, version and, since an admin may change a file without a new version, the beginning of its fingerprint: {@code
 *     answer/3}, {@code answer/4~9f31c2}
 */
record Template(String name, int version, boolean shipped, String id, String text) {

    private static final int DIGITS = 6;

    static Template shipped(String name, int version, String text) {
        return new Template(name, version, true, name + "/" + version, text.strip());
    }

    static Template ofFolder(String name, int version, String text) {
        return new Template(name, version, false, name + "/" + version + "~" + fingerprint(text), text.strip());
    }

    String file() {
        return name + "-" + version + ".txt";
    }

    private static String fingerprint(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.strip().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
