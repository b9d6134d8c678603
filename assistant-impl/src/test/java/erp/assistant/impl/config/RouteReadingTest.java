package erp.assistant.impl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys that say which way requests go over the network. */
class RouteReadingTest {

    /** Made by {@code keytool -genkeypair -keyalg EC -validity 36500} and {@code keytool -exportcert -rfc}. */
    private static final String CERTIFICATE = """
            -----BEGIN CERTIFICATE-----
            MIIBPTCB5KADAgECAgkA0Lo0d6u61nAwCgYIKoZIzj0EAwIwEjEQMA4GA1UEAxMH
            Y29tcGFueTAgFw0yNjExMjIxMDMwMzRaGA8yMTI2MTAyOTEwMzAzNFowEjEQMA4G
            A1UEAxMHY29tcGFueTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABO0fVy4xjXre
            QgF7GQNQb+fdv3yN94xSzbQOXHKRyjXReWZbSFT94dXpaMwXV7Dnk/YVAor/iElx
            roaciVNYPeOjITAfMB0GA1UdDgQWBBTFAihNC+RLeXQ34lFfxknQDq/mMTAKBggq
            hkjOPQQDAgNIADBFAiEA+ivzFD+fBLqKPah1CiTWUAagiprqTJ0g4J8Qa1f0xDUC
            ICS+aaq5TOkuzu62VqrGojzrqt5AUCQIpgSOEbqgpMYV
            -----END CERTIFICATE-----""";

    private final Map<String, String> values = new HashMap<>();

    private Route read() {
        return SettingsReader.read(key -> new ConfigLookup.Found(values.get(key), "server.xml"))
                .primary()
                .route();
    }

    private void set(String key, String value) {
        values.put("assistant.provider.primary." + key, value);
    }

    @Test
    void withoutConfigurationTheJvmDecidesOnProxyAndTrust() {
        assertThat(read()).isEqualTo(Route.USUAL);
    }

    @Test
    void aProxyIsAHostAndAPort() {
        set("proxy", "http://proxy.example:3128");

        assertThat(read().proxy()).isEqualTo(new Route.Proxy.At("proxy.example", 3128));
    }

    @Test
    void theProxyOfTheJvmCanBeLeftOut() {
        set("proxy", "none");

        assertThat(read().proxy()).isEqualTo(new Route.Proxy.None());
    }

    @Test
    void http2CanBeSwitchedOff() {
        set("http-version", "1.1");

        assertThat(read().onlyHttp11()).isTrue();
    }

    @Test
    void theCertificatesOfAFileAreRead(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("company.pem"), "Our root\n" + CERTIFICATE + "\nand the old one\n" + CERTIFICATE);
        set("ca-file", file.toString());

        assertThat(read().authorities()).containsExactly(CERTIFICATE, CERTIFICATE);
    }

    @Test
    void aFileWithoutCertificatesIsRefused(@TempDir Path folder) throws IOException {
        set("ca-file", Files.writeString(folder.resolve("empty.pem"), "nothing").toString());

        assertRefused("ca-file");
    }

    @Test
    void aFileWithSomethingElseInACertificatesPlaceIsRefused(@TempDir Path folder) throws IOException {
        String nonsense = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        set("ca-file", Files.writeString(folder.resolve("wrong.pem"), nonsense).toString());

        assertRefused("ca-file");
    }

    @ParameterizedTest
    @CsvSource({
        "proxy, proxy.example:3128",
        "proxy, https://proxy.example:3128",
        "proxy, http://proxy.example",
        "proxy, http://proxy.example:3128/path",
        "proxy, http://anna:secret@proxy.example:3128",
        "proxy, http://proxy.example:99999",
        "http-version, 2",
        "ca-file, /no/such/file.pem",
    })
    void whatCannotBeUsedStopsTheStartAndNamesTheKey(String key, String value) {
        set(key, value);

        assertRefused(key);
    }

    private void assertRefused(String key) {
        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("assistant.provider.primary." + key)
                .hasMessageContaining("server.xml")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }
}
