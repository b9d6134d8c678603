package erp.assistant.impl.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.Completion;
import erp.assistant.impl.config.Dialect;
import erp.assistant.report.ProviderAlert;
import erp.assistant.report.ProviderState;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several keys of one provider, over HTTP. */
class KeyRotationTest {

    private static final String WRONG = "sk-canary-wrong-0000aaaa";
    private static final String GOOD = "sk-canary-good-1111bbbb";
    private static final String THIRD = "sk-canary-third-2222cccc";

    private TwoProviders providers = new TwoProviders(Dialect.ANTHROPIC);
    private final Canary canary = new Canary(WRONG, GOOD, THIRD);

    @AfterEach
    void close() {
        canary.isNowhereIn(providers);
        canary.close();
        providers.close();
    }

    private void keys(String... keys) {
        providers.configure("assistant.provider.primary.api-key", String.join(",", keys));
    }

    private Completion ask() throws Exception {
        return providers.ask().get(20, TimeUnit.SECONDS);
    }

    private List<String> keyStates() {
        return providers.watch.providers().get(0).keys().stream()
                .map(key -> key.number() + " " + key.hint() + " " + key.state())
                .toList();
    }

    private void askUntilBothWereUsed() throws Exception {
        for (int i = 0; i < 4; i++) {
            assertThat(ask().source()).isEqualTo(Completion.Source.PRIMARY);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ANTHROPIC", "OPENAI"})
    void aRefusedKeyIsFollowedByTheNextAtOnceAndThenSetAside(Dialect dialect) throws Exception {
        providers.close();
        providers = new TwoProviders(dialect);
        keys(WRONG, GOOD);
        providers.primary.requireKey(GOOD);

        askUntilBothWereUsed();

        assertThat(providers.attempts())
                .as("the wrong key is tried once, and each attempt has its row")
                .containsExactlyInAnyOrder(
                        "primary authentication", "primary end", "primary end", "primary end", "primary end");
        assertThat(providers.primary.stats().requests()).isEqualTo(5);
        assertThat(providers.pauses).isEmpty();
        assertThat(keyStates()).containsExactly("1 aaaa refused", "2 bbbb used");
        assertThat(providers.alerts)
                .extracting(ProviderAlert::cause, ProviderAlert::count)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("key", 1L));
        assertThat(providers.alerts.get(0).advice()).endsWith("it is key 1 of 2");
        ProviderState state = providers.watch.providers().get(0);
        assertThat(state.alerts()).as("although the other key works").hasSize(1);
        assertThat(state.breaker().failures())
                .as("a wrong key among several is no outage")
                .isZero();
    }

    @Test
    void aKeyOverItsRateIsFollowedByTheNext() throws Exception {
        keys(GOOD, THIRD);
        providers.primary.configure("failn=1 fails=429 retryafter=60");

        assertThat(ask().source()).isEqualTo(Completion.Source.PRIMARY);

        assertThat(providers.attempts()).containsExactlyInAnyOrder("primary rate-limited", "primary end");
        assertThat(keyStates()).filteredOn(state -> state.endsWith("busy")).hasSize(1);
        String busy = keyStates().stream()
                .filter(state -> state.endsWith("busy"))
                .findFirst()
                .orElseThrow();
        ask();
        ask();
        assertThat(keyStates()).as("until then the other is used").contains(busy);
        assertThat(providers.primary.stats().requests()).isEqualTo(4);
    }

    @Test
    void whenAllKeysAreRefusedEachIsTriedOnceAndTheNextProviderAnswers() throws Exception {
        keys(WRONG, GOOD, THIRD);
        providers.primary.requireKey("another");

        assertThat(ask().source()).isEqualTo(Completion.Source.BACKUP);

        assertThat(providers.attempts())
                .containsExactly(
                        "primary authentication", "primary authentication", "primary authentication", "backup end");
        assertThat(providers.alerts.get(2).advice()).endsWith("it is key 1, 2, 3 of 3");
        assertThat(ask().source()).isEqualTo(Completion.Source.BACKUP);
        assertThat(providers.primary.stats().requests())
                .as("one is tried, not all again")
                .isEqualTo(4);
    }

    @Test
    void aChangedKeyIsUsedAtOnceAndEndsTheAlert() throws Exception {
        keys(WRONG);
        providers.primary.requireKey(GOOD);
        assertThat(ask().source()).isEqualTo(Completion.Source.BACKUP);

        keys(GOOD);

        assertThat(ask().source()).isEqualTo(Completion.Source.PRIMARY);
        assertThat(keyStates()).containsExactly("1 bbbb used");
        assertThat(providers.watch.providers().get(0).alerts()).isEmpty();
    }

    @Test
    void keysAreUsedInTurn() throws Exception {
        keys(GOOD, THIRD);
        java.util.Set<String> used = new java.util.HashSet<>();
        for (int i = 0; i < 2; i++) {
            ask();
            used.add(providers
                    .primary
                    .lastRequest()
                    .orElseThrow()
                    .header("x-api-key")
                    .orElseThrow());
        }

        assertThat(used.equals(java.util.Set.of(GOOD, THIRD))).isTrue();
    }

    @Test
    void anErrorAfterTextIsNoReasonForAnotherKey() throws Exception {
        keys(GOOD, THIRD);
        providers.primary.configure("miderr=100");

        assertThat(ask().source()).isEqualTo(Completion.Source.BACKUP);

        assertThat(providers.primary.stats().requests()).isEqualTo(1);
    }

    @Test
    void aProviderThatAsksForAPauseGetsItWhileTheBackupAnswers() throws Exception {
        keys(GOOD);
        providers.primary.configure("e429=100 retryafter=60");

        for (int i = 0; i < 3; i++) {
            assertThat(ask().source()).isEqualTo(Completion.Source.BACKUP);
        }

        assertThat(providers.primary.stats().requests()).isEqualTo(1);
        assertThat(providers.attempts())
                .containsExactly("primary rate-limited", "backup end", "backup end", "backup end");
        assertThat(providers.watch.providers().get(0).breaker().failures()).isEqualTo(1);
    }

    @Test
    void whereNobodyElseCanAnswerItIsAskedAllTheSame() throws Exception {
        keys(GOOD);
        providers.configure("assistant.provider.backup.dialect", "");
        providers.primary.configure("failn=1 fails=429 retryafter=60");

        assertThat(ask().source()).isEqualTo(Completion.Source.OFFLINE);
        assertThat(ask().source()).isEqualTo(Completion.Source.PRIMARY);
    }
}
