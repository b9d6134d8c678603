package erp.assistant.impl.provider;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates a provider may show: those of the JVM's authorities ({@code javax.net.ssl.trustStore}, else {@code
 * cacerts}) and of the configured ones.
 *
 * <p>Not the default SSL context: a server such as Open Liberty replaces it by one that trusts what its own key store holds.
 */
final class Trust {

    private Trust() {}

    /** @param authorities PEM text of certificates */
    static SSLContext context(List<String> authorities) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            TrustManager[] managers = authorities.isEmpty() ? managers(null) : managers(together(authorities));
            context.init(null, managers, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("TLS cannot be set up", e);
        }
    }

    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyStore together(List<String> authorities) throws GeneralSecurityException, IOException {
        List<Certificate> trusted = new ArrayList<>();
        for (TrustManager manager : managers(null)) {
            if (manager instanceof X509TrustManager own) {
                for (X509Certificate issuer : own.getAcceptedIssuers()) {
                    trusted.add(issuer);
                }
            }
        }
        CertificateFactory certificates = CertificateFactory.getInstance("X.509");
        for (String pem : authorities) {
            trusted.add(certificates.generateCertificate(
                    new ByteArrayInputStream(pem.getBytes(StandardCharsets.ISO_8859_1))));
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < trusted.size(); i++) {
            store.setCertificateEntry("authority-" + i, trusted.get(i));
        }
        return store;
    }
}
