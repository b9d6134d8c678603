package erp.assistant.impl.config;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.ProviderFault.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyRingTest {

    private Instant now = Instant.EPOCH;
    private final Map<String, String> values = new HashMap<>();
    private final KeyRing ring = new KeyRing(() -> TestSettings.of(values), new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    private ProviderSettings keys(String... keys) {
        values.put("assistant.provider.primary.dialect", "openai");
        values.put("assistant.provider.primary.api-key", String.join(",", keys));
        return TestSettings.of(values).primary();
    }

    private String use(ProviderSettings provider) {
        return ring.choose(provider).apiKey().orElseThrow().reveal();
    }

    private List<String> use(ProviderSettings provider, int times) {
        List<String> used = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            used.add(use(provider));
        }
        return used;
    }

    private void fails(ProviderSettings provider, String key, ProviderFault.Builder fault) {
        ring.ended(provider.with(new Secret(key)), fault.build());
    }

    private static ProviderFault.Builder fault(Kind kind) {
        return ProviderFault.of(kind, "told by a test");
    }

    @Test
    void allAreUsedEquallyOften() {
        assertThat(use(keys("a", "b", "c"), 6)).containsExactlyInAnyOrder("a", "a", "b", "b", "c", "c");
    }

    @Test
    void theRestIsUsedEquallyOftenToo() {
        ProviderSettings provider = keys("a", "b", "c");
        fails(provider, "a", fault(Kind.AUTHENTICATION));

        assertThat(use(provider, 6)).containsExactlyInAnyOrder("b", "b", "b", "c", "c", "c");
    }

    @ParameterizedTest
    @CsvSource({"AUTHENTICATION, 300", "QUOTA, 300", "RATE_LIMITED, 1"})
    void aKeyThatWasRefusedIsSetAsideForAWhile(Kind kind, int seconds) {
        ProviderSettings provider = keys("a", "b");
        fails(provider, "a", fault(kind));

        assertThat(use(provider, 3)).containsOnly("b");
        now = now.plusSeconds(seconds).minusMillis(1);
        assertThat(use(provider, 3)).containsOnly("b");
        now = now.plusMillis(1);
        assertThat(use(provider, 2)).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void aKeyOverItsRateRestsAsLongAsItsProviderSays() {
        ProviderSettings provider = keys("a", "b");
        fails(provider, "a", fault(Kind.RATE_LIMITED).retryAfter(Duration.ofSeconds(30)));

        now = now.plusSeconds(29);
        assertThat(use(provider, 3)).containsOnly("b");
        now = now.plusSeconds(1);
        assertThat(use(provider, 2)).contains("a");
    }

    @ParameterizedTest
    @CsvSource({"SERVER_ERROR", "TRUNCATED", "CANCELLED", "NOT_FOUND"})
    void otherFailuresAreNotTheKeys(Kind kind) {
        ProviderSettings provider = keys("a", "b");
        fails(provider, "a", fault(kind));

        assertThat(use(provider, 2)).contains("a");
    }

    @Test
    void whatWasNeverSentSaysNothingAboutTheKey() {
        ProviderSettings provider = keys("a", "b");
        fails(provider, "a", fault(Kind.AUTHENTICATION).sent(false));

        assertThat(use(provider, 2)).contains("a");
    }

    @Test
    void ifAllAreSetAsideTheOneThatWasSoTheLongestIsUsed() {
        ProviderSettings provider = keys("a", "b", "c");
        for (String key : List.of("b", "c", "a")) {
            fails(provider, key, fault(Kind.AUTHENTICATION));
            now = now.plusSeconds(1);
        }

        assertThat(ring.another(provider)).isFalse();
        assertThat(use(provider, 3)).containsOnly("b");
    }

    @Test
    void aKeyThatWorksAgainIsUsedAgain() {
        ProviderSettings provider = keys("a", "b");
        fails(provider, "a", fault(Kind.AUTHENTICATION));
        ring.ended(provider.with(new Secret("a")), null);

        assertThat(use(provider, 2)).contains("a");
        assertThat(ring.states(provider))
                .allSatisfy(state -> assertThat(state.aside()).isEmpty());
    }

    @Test
    void nothingIsRememberedOfAKeyThatIsNoLongerThere() {
        ProviderSettings before = keys("a", "b");
        fails(before, "a", fault(Kind.AUTHENTICATION));
        use(keys("b", "c"));

        assertThat(use(keys("a", "b"), 2)).contains("a");
    }

    @Test
    void aRefusedKeyStaysMarkedUntilItHasWorked() {
        ProviderSettings provider = keys("a", "sk-long-enough-6789");
        fails(provider, "a", fault(Kind.AUTHENTICATION));
        now = now.plusSeconds(3_600);

        assertThat(ring.states(provider))
                .extracting(state -> state.number()
                        + state.hint()
                        + state.aside().map(Enum::name).orElse(""))
                .containsExactly("1REFUSED", "26789");
    }

    @Test
    void aProviderWithoutKeysIsLeftAsItIs() {
        ProviderSettings provider = TestSettings.of(Map.of()).primary();

        assertThat(ring.choose(provider)).isSameAs(provider);
        ring.ended(provider, fault(Kind.AUTHENTICATION).build());
        assertThat(ring.states(provider)).isEmpty();
    }

    @Test
    void aProviderIsBusyWhenAllOfItsKeysAreAndForAsLongAsItSaid() {
        ProviderSettings provider = keys("a", "b");
        fails(provider, "a", fault(Kind.RATE_LIMITED).retryAfter(Duration.ofSeconds(20)));
        assertThat(ring.allBusy(provider)).as("one of two").isFalse();

        fails(provider, "b", fault(Kind.RATE_LIMITED).retryAfter(Duration.ofSeconds(30)));
        assertThat(ring.allBusy(provider)).isTrue();

        now = now.plusSeconds(20);
        assertThat(ring.allBusy(provider))
                .as("when the first may be used again")
                .isFalse();
    }

    @Test
    void aProviderThatAsksForNoPauseIsNotBusy() {
        ProviderSettings provider = keys("a");
        fails(provider, "a", fault(Kind.RATE_LIMITED));

        assertThat(ring.allBusy(provider)).isFalse();
    }

    @Test
    void aPauseOfHoursIsAskedAboutAfterAMinute() {
        ProviderSettings provider = keys("a");
        fails(provider, "a", fault(Kind.RATE_LIMITED).retryAfter(Duration.ofHours(5)));
        now = now.plusMillis(59_999);
        assertThat(ring.allBusy(provider)).isTrue();

        now = now.plusMillis(1);

        assertThat(ring.allBusy(provider)).isFalse();
    }

    @Test
    void aRefusedKeyIsNoBusyProvider() {
        ProviderSettings provider = keys("a");
        fails(provider, "a", fault(Kind.AUTHENTICATION));

        assertThat(ring.allBusy(provider)).isFalse();
    }
}
