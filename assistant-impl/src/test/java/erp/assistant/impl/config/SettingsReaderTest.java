package erp.assistant.impl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import erp.assistant.chat.ModelTier;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

    private static final String CANARY = "sk-canary-0123456789";

    private final Map<String, String> values = new HashMap<>();

    /** What MicroProfile Config finds but cannot resolve. */
    private final Map<String, String> unresolved = new HashMap<>();

    private Settings read() {
        return SettingsReader.read(key -> unresolved.containsKey(key)
                ? new ConfigLookup.Found(null, "server.xml", unresolved.get(key))
                : new ConfigLookup.Found(values.get(key), "server.xml"));
    }

    @Test
    void withoutAnyConfigurationTheAssistantAnswersOffline() {
        Settings settings = read();

        assertThat(settings.enabled()).isTrue();
        assertThat(settings.primary().dialect()).isEqualTo(Dialect.OFFLINE);
        assertThat(settings.backup()).isEmpty();
        assertThat(settings.offlineAsLastResort()).isTrue();
        assertThat(settings.currency().getCurrencyCode()).isEqualTo("EUR");
    }

    @Test
    void aProviderNeedsLittleMoreThanItsKey() {
        values.put("assistant.provider.primary.dialect", "anthropic");
        values.put("assistant.provider.primary.api-key", CANARY);

        ProviderSettings provider = read().primary();

        assertThat(provider.baseUrl()).isEqualTo(URI.create("https://api.anthropic.com"));
        assertThat(provider.model(ModelTier.SMALL)).isEqualTo("claude-haiku-4-5");
        assertThat(provider.apiKey())
                .hasValueSatisfying(key -> assertThat(key.reveal()).isEqualTo(CANARY));
        assertThat(provider.name()).isEqualTo("anthropic");
    }

    @Test
    void aKeyIsNeverShown() {
        values.put("assistant.provider.primary.dialect", "anthropic");
        values.put("assistant.provider.primary.api-key", CANARY);

        assertThat(read().toString()).doesNotContain(CANARY).contains("(secret)");
    }

    @Test
    void aKeyIsReadFromAFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("key"), CANARY + "\n");
        values.put("assistant.provider.backup.dialect", "openai");
        values.put("assistant.provider.backup.api-key-file", file.toString());

        assertThat(read().backup().orElseThrow().apiKey())
                .hasValueSatisfying(key -> assertThat(key.reveal()).isEqualTo(CANARY));
    }

    @Test
    void aVendorWithoutAKeyStopsTheStartAndSaysWhereToPutIt() {
        values.put("assistant.provider.primary.dialect", "openai");

        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("The assistant's configuration is wrong in 1 place:\n"
                        + "  assistant.provider.primary.api-key is not set: the openai provider needs a key; set it, or"
                        + " assistant.provider.primary.api-key-file, or the environment variable"
                        + " ASSISTANT_PROVIDER_PRIMARY_API_KEY");
    }

    @Test
    void aProviderOfOnesOwnNeedsNoKey() {
        values.put("assistant.provider.primary.dialect", "openai");
        values.put("assistant.provider.primary.base-url", "http://127.0.0.1:11434/v1/");

        ProviderSettings provider = read().primary();

        assertThat(provider.apiKey()).isEmpty();
        assertThat(provider.baseUrl()).isEqualTo(URI.create("http://127.0.0.1:11434/v1"));
    }

    @Test
    void personalDataIsMaskedUnlessAnAdminSaysOtherwise() {
        assertThat(read().prompting()).isEqualTo(Prompting.DEFAULT);
        assertThat(read().primary().region()).isEmpty();

        values.put("assistant.privacy.mask", "false");
        values.put("assistant.privacy.confidential-roles", "accounting, controlling");
        values.put("assistant.provider.primary.region", "EU Frankfurt");

        assertThat(read().prompting().maskPersonal()).isFalse();
        assertThat(read().prompting().confidentialRoles()).containsExactlyInAnyOrder("accounting", "controlling");
        assertThat(read().primary().region()).isEqualTo("EU Frankfurt");
    }

    @Test
    void preparedQuestionsMayHaveTheirOwnCaps() {
        values.put("assistant.output.by-action", "summary=300, draft-update = 900");
        values.put("assistant.routing.large-from-tokens", "1200");

        assertThat(read().prompting().outputByAction()).isEqualTo(Map.of("summary", 300, "draft-update", 900));
        assertThat(read().prompting().largeFromTokens()).hasValue(1_200);
        for (String wrong : new String[] {"summary", "summary=", "summary=15", "summary=300=2", "a=100, a=200"}) {
            values.put("assistant.output.by-action", wrong);
            assertThatThrownBy(this::read).hasMessageContaining("assistant.output.by-action");
        }
    }

    @Test
    void rowsOfCallsAreKeptForSomeMonthsOrForever() {
        assertThat(read().ledgerRetention()).contains(Period.ofMonths(25));
        values.put("assistant.ledger.retention", "1");
        assertThat(read().ledgerRetention()).contains(Period.ofMonths(1));
        values.put("assistant.ledger.retention", "forever");
        assertThat(read().ledgerRetention()).isEmpty();
        for (String wrong : new String[] {"0", "121", "2y", "ever"}) {
            values.put("assistant.ledger.retention", wrong);
            assertThatThrownBy(this::read)
                    .hasMessageContaining("assistant.ledger.retention = '" + wrong
                            + "' (from server.xml): must be 1 to 120 (months) or forever");
        }
    }

    @Test
    void theEmbeddedLedgersFileIsMadeSmallFromASizeOnOrNever() {
        assertThat(read().ledgerTidyMegabytes()).isEqualTo(500);
        values.put("assistant.ledger.tidy-megabytes", "0");
        assertThat(read().ledgerTidyMegabytes()).isZero();
        for (String wrong : new String[] {"-1", "1000001", "1GB"}) {
            values.put("assistant.ledger.tidy-megabytes", wrong);
            assertThatThrownBy(this::read)
                    .hasMessageContaining("assistant.ledger.tidy-megabytes = '" + wrong
                            + "' (from server.xml): must be 0 to 1000000");
        }
    }

    @Test
    void everythingWrongIsSaidAtOnceWithItsSourceAndWhatIsAllowed() {
        values.put("assistant.timeout.idle", "soon");
        values.put("assistant.output.max-tokens", "1");
        values.put("assistant.enabled", "yes");

        assertThatThrownBy(this::read)
                .hasMessage("The assistant's configuration is wrong in 3 places:\n"
                        + "  assistant.enabled = 'yes' (from server.xml): must be true or false\n"
                        + "  assistant.timeout.idle = 'soon' (from server.xml): must be 100ms to 5m\n"
                        + "  assistant.output.max-tokens = '1' (from server.xml): must be 16 to 32000");
    }

    @Test
    void aValueThatMayHoldAKeyIsNotRepeated() {
        values.put("assistant.provider.primary.api-key", "two words");
        values.put("assistant.provider.primary.headers", CANARY);
        values.put("assistant.provider.primary.base-url", "https://user:" + CANARY + "@example.test");

        assertThatThrownBy(this::read)
                .hasMessageContaining("api-key = (hidden)")
                .hasMessageContaining("headers = (hidden)")
                .hasMessageContaining("base-url = (hidden)")
                .message()
                .doesNotContain(CANARY, "two words");
    }

    @Test
    void aKeyInTheWrongPlaceIsNotRepeatedEither() {
        values.put("assistant.provider.primary.base-url", "https://example.test/v1?key=" + CANARY);
        values.put("assistant.provider.primary.api-key-file", CANARY);

        assertThatThrownBy(this::read)
                .hasMessageContaining("base-url = (hidden) (from server.xml): must be")
                .hasMessageContaining("api-key-file = (hidden) (from server.xml): must be the path of a readable file")
                .message()
                .doesNotContain(CANARY);
    }

    @ParameterizedTest
    @CsvSource({"1500ms, PT1.5S", "20s, PT20S", "2m, PT2M", "PT0.25S, PT0.25S"})
    void durationsAreWrittenInTwoWays(String text, Duration duration) {
        values.put("assistant.timeout.idle", text);

        assertThat(read().timeouts().idle()).isEqualTo(duration);
    }

    @Test
    void moneyIsExact() {
        values.put("assistant.budget.monthly", "280.000000001");

        assertThat(read().budgets().company()).contains(280_000_000_001L);
    }

    @Test
    void moneyFinerThanTheLedgerIsRefusedNotRounded() {
        values.put("assistant.budget.monthly", "0.0000000001");

        assertThatThrownBy(this::read).hasMessageContaining("assistant.budget.monthly");
    }

    @Test
    void headersOfAGatewayAreTakenOver() {
        values.put("assistant.provider.primary.headers", "X-Team: erp; X-Region: eu");

        assertThat(read().primary().headers()).containsEntry("X-Team", "erp").containsEntry("X-Region", "eu");
    }

    @Test
    void theNewerInterfaceOfAVendorIsTheSameProvider() {
        values.put("assistant.provider.primary.dialect", "openai-responses");
        values.put("assistant.provider.primary.api-key", CANARY);

        ProviderSettings provider = read().primary();

        assertThat(provider.dialect()).isEqualTo(Dialect.OPENAI_RESPONSES);
        assertThat(provider.name()).isEqualTo("openai");
        assertThat(provider.baseUrl()).isEqualTo(URI.create("https://api.openai.com"));
    }

    @Test
    void aProviderStreamsAndKeepsPromptsForFiveMinutesUnlessItIsToldOtherwise() {
        assertThat(read().primary().streaming()).isTrue();
        assertThat(read().primary().promptCache()).isEqualTo(PromptCache.FIVE_MINUTES);

        values.put("assistant.provider.primary.streaming", "false");
        values.put("assistant.provider.primary.prompt-cache", "1h");

        assertThat(read().primary().streaming()).isFalse();
        assertThat(read().primary().promptCache()).isEqualTo(PromptCache.ONE_HOUR);
    }

    @Test
    void aWrongWayOfAskingIsNamed() {
        values.put("assistant.provider.primary.streaming", "no");
        values.put("assistant.provider.primary.prompt-cache", "2h");

        assertThatThrownBy(this::read)
                .hasMessageContaining(
                        "assistant.provider.primary.streaming = 'no' (from server.xml): must be true or false")
                .hasMessageContaining(
                        "assistant.provider.primary.prompt-cache = '2h' (from server.xml): must be off, 5m or 1h");
    }

    @Test
    void aSemicolonAtTheEndOfTheHeadersDoesNoHarm() {
        values.put("assistant.provider.primary.headers", "X-Team: erp; ;X-Region: eu;");

        assertThat(read().primary().headers()).containsOnly(entry("X-Team", "erp"), entry("X-Region", "eu"));
    }

    @Test
    void aReferenceToAVariableThatIsNotSetIsWrongAndNotTakenForNoValue() {
        unresolved.put("assistant.provider.backup.dialect", "${nope}");
        unresolved.put("assistant.timeout.idle", "${env.IDLE}s");

        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("The assistant's configuration is wrong in 2 places:\n"
                        + "  assistant.provider.backup.dialect = '${nope}' (from server.xml): must be anthropic, openai,"
                        + " openai-responses or offline; it refers to a variable that is not set\n"
                        + "  assistant.timeout.idle = '${env.IDLE}s' (from server.xml): must be 100ms to 5m; it refers to a"
                        + " variable that is not set");
    }

    @Test
    void aLargeModelHasAsMuchTimeToItsFirstWordAsASmallOneUnlessItHasItsOwn() {
        values.put("assistant.timeout.first-content", "7s");
        assertThat(read().timeouts().firstContent(ModelTier.LARGE)).isEqualTo(Duration.ofSeconds(7));

        values.put("assistant.timeout.first-content-large", "45s");
        assertThat(read().timeouts().firstContent(ModelTier.LARGE)).isEqualTo(Duration.ofSeconds(45));
        assertThat(read().timeouts().firstContent(ModelTier.SMALL)).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aKeyThatRefersToAVariableThatIsNotSetIsToldOnceAndNotShown() {
        values.put("assistant.provider.primary.dialect", "anthropic");
        unresolved.put("assistant.provider.primary.api-key", CANARY + "${nope}");

        assertThatThrownBy(this::read)
                .hasMessage("The assistant's configuration is wrong in 1 place:\n"
                        + "  assistant.provider.primary.api-key = (hidden) (from server.xml): must be the key as the vendor"
                        + " gave it, or several separated by commas; it refers to a variable that is not set");
    }

    @Test
    void theHintOfASecretShowsLittleOfIt() {
        assertThat(new Secret(CANARY).hint()).isEqualTo("6789");
        assertThat(new Secret("short").hint()).isEmpty();
    }

    @Test
    void theAdminManualNamesEveryKeyWithItsDefault() throws IOException {
        String manual = Files.readString(Path.of("../server-config/README.md"));

        for (ConfigKey key : ConfigKey.values()) {
            String line = manual.lines()
                    .filter(l -> l.startsWith("| `" + key.key().replace("*", "primary") + "`"))
                    .findFirst()
                    .orElse("");
            assertThat(line).as("line of " + key.key()).contains(key.allowed(), key.meaning());
            assertThat(line).as("default of " + key.key()).contains(key.defaultValue());
        }
    }
}
