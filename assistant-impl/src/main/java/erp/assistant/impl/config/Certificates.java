package erp.assistant.impl.config;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The certificates of a PEM file (RFC 7468, section 5); text around them is passed over. */
final class Certificates {

    private static final Pattern ONE =
            Pattern.compile("-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s]+-----END CERTIFICATE-----");

    private Certificates() {}

    /**
     * Reads the file.
     *
     * @throws RuntimeException if it cannot be read, has no certificate, or one that is none
     */
    static List<String> inFile(String path) {
        String text;
        try {
            text = Files.readString(Path.of(path), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> found = ONE.matcher(text).results().map(MatchResult::group).toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no certificate in the file");
        }
        found.forEach(Certificates::check);
        return found;
    }

    private static void check(String pem) {
        try {
            CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("not a certificate", e);
        }
    }
}
