package erp.assistant.impl.config;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.report.EffectiveConfiguration.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffectiveValuesTest {

    private static final String CANARY = "sk-canary-0123456789";

    private final Map<String, String> values = new HashMap<>();

    private List<Entry> entries() {
        ConfigLookup lookup =
                key -> new ConfigLookup.Found(values.get(key), values.containsKey(key) ? "server.xml" : "");
        return EffectiveValues.of(lookup, SettingsReader.read(lookup));
    }

    private Entry entry(String key) {
        return entries().stream().filter(e -> e.key().equals(key)).findFirst().orElseThrow();
    }

    @Test
    void aKeyFromAFileIsShownAsSetWithTheFileAsItsSource(@TempDir Path directory) throws IOException {
        String file = Files.writeString(directory.resolve("key"), CANARY + "\n").toString();
        values.put("assistant.provider.primary.dialect", "anthropic");
        values.put("assistant.provider.primary.api-key-file", file);

        assertThat(entry("assistant.provider.primary.api-key"))
                .isEqualTo(new Entry("assistant.provider.primary.api-key", "set, ends in 6789", "file " + file));
        assertThat(entry("assistant.provider.primary.api-key-file"))
                .isEqualTo(new Entry("assistant.provider.primary.api-key-file", file, "server.xml"));
        assertThat(entries().toString()).doesNotContain(CANARY);
    }

    @Test
    void whatNeedsARestartIsWhatTheManualSaysDoes() {
        for (ConfigKey key : ConfigKey.values()) {
            assertThat(key.needsRestart()).as(key.key()).isEqualTo(key.meaning().contains("restart"));
        }
        assertThat(entry("assistant.timeout.connect").restart()).isTrue();
        assertThat(entry("assistant.enabled").restart()).isFalse();
    }

    @Test
    void aKeyOfItsOwnWinsOverAFile(@TempDir Path directory) throws IOException {
        String file = Files.writeString(directory.resolve("key"), "sk-other-9876543210")
                .toString();
        values.put("assistant.provider.backup.dialect", "openai");
        values.put("assistant.provider.backup.api-key", CANARY);
        values.put("assistant.provider.backup.api-key-file", file);

        assertThat(entry("assistant.provider.backup.api-key"))
                .isEqualTo(new Entry("assistant.provider.backup.api-key", "set, ends in 6789", "server.xml"));
    }

    @Test
    void aKeyThatIsNowhereIsMissing() {
        assertThat(entry("assistant.provider.primary.api-key"))
                .isEqualTo(new Entry("assistant.provider.primary.api-key", "missing", "default"));
    }

    @Test
    void headersAreSetOrMissingAndNeverShownInPart() {
        values.put("assistant.provider.primary.headers", "X-Token: " + CANARY);

        assertThat(entry("assistant.provider.primary.headers").value()).isEqualTo("set");
        assertThat(entry("assistant.provider.backup.headers").value()).isEqualTo("missing");
    }

    @Test
    void everyKeyIsShownOnceWithItsDefault() {
        assertThat(entries())
                .extracting(Entry::key)
                .containsExactlyElementsOf(ConfigKey.all().toList());
        assertThat(entry("assistant.timeout.idle")).isEqualTo(new Entry("assistant.timeout.idle", "20s", "default"));
    }

    @Test
    void ofSeveralKeysTheNumberAndTheEndsAreShown() {
        values.put("assistant.provider.primary.dialect", "anthropic");
        values.put("assistant.provider.primary.api-key", CANARY + ", sk-other-9876543210," + CANARY);

        assertThat(entry("assistant.provider.primary.api-key").value()).isEqualTo("2 set, end in 6789, 3210");
    }

    @Test
    void aFileMayHoldAKeyALine(@TempDir Path directory) throws IOException {
        String file = Files.writeString(directory.resolve("key"), CANARY + "\r\n\nsk-other-9876543210\n")
                .toString();
        values.put("assistant.provider.primary.dialect", "anthropic");
        values.put("assistant.provider.primary.api-key-file", file);

        assertThat(entry("assistant.provider.primary.api-key"))
                .isEqualTo(new Entry("assistant.provider.primary.api-key", "2 set, end in 6789, 3210", "file " + file));
    }
}
