package erp.assistant.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.stub.ProviderStub;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against the provider stub over real sockets. */
class LoadTest {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final ProviderStub stub = ProviderStub.start(0);

    @AfterEach
    void stop() {
        stub.close();
    }

    private Ask ask(URI provider) {
        return new Ask(
                provider.resolve("/v1/messages"),
                Map.of(),
                "{\"model\":\"m\",\"stream\":true,\"max_tokens\":100,\"messages\":[{\"content\":\"" + Ask.QUESTION
                        + "\"}]}");
    }

    private Load load(Expectation expectation) {
        return new Load(ask(stub.baseUri()), expectation);
    }

    private static Stage clients(int clients, long millis) {
        return Stage.clients(clients, Duration.ZERO, Duration.ofMillis(millis));
    }

    @Test
    void everyTokenOfEveryAnswerIsSeenInItsOrder() {
        stub.configure("text=stamps tokens=10 gap=2 ttft=30");
        try (Load load = load(Expectation.of(10, SOON))) {
            Tally running = load.run(clients(5, 600));
            Tally rest = load.run(Stage.quiet(Duration.ofMillis(200)));

            assertThat(running.failed() + rest.failed()).isZero();
            assertThat(running.answered()).isGreaterThan(5);
            assertThat(running.tokens() + rest.tokens())
                    .isEqualTo(10 * (running.answered() + rest.answered()))
                    .isEqualTo(stub.stats().tokens());
            assertThat(running.firstToken.millis(0.01)).isGreaterThanOrEqualTo(30);
            assertThat(running.gap.count()).isPositive();
            assertThat(running.relay.count()).isEqualTo(running.tokens());
            assertThat(load.open()).isZero();
        }
        // The clients kept their connections.
        assertThat(stub.stats().requests()).isGreaterThan(5);
    }

    @Test
    void clientsAddUpFromStageToStage() {
        stub.configure("text=stamps tokens=2 ttft=5000");
        try (Load load = load(Expectation.of(2, SOON))) {
            load.run(clients(3, 50));
            assertThat(load.open()).isEqualTo(3);
            load.run(Stage.clients(8, Duration.ofMillis(50), Duration.ofMillis(50)));
            assertThat(load.open()).isEqualTo(8);
        }
    }

    @Test
    void questionsArriveAtTheirRateWhateverBecomesOfOthers() {
        stub.configure("text=stamps tokens=1 ttft=5000");
        try (Load load = load(Expectation.of(1, SOON))) {
            Tally tally = load.run(Stage.rate(100, Duration.ofMillis(500)));

            assertThat(tally.started()).isBetween(25L, 50L);
            assertThat(load.open()).isEqualTo((int) tally.started());
        }
    }

    @Test
    void aClientThatLeavesHangsUpAtThatToken() {
        stub.configure("text=stamps tokens=100 gap=5");
        List<Long> left = new ArrayList<>();
        LoadWatcher watcher = new LoadWatcher() {
            @Override
            public void hungUp(long number, long nanos) {
                left.add(number);
            }
        };
        try (Load load = new Load(ask(stub.baseUri()), Expectation.of(100, SOON).leavingAfter(3), watcher)) {
            Tally tally = load.run(Stage.rate(40, Duration.ofMillis(500)));
            load.run(Stage.quiet(Duration.ofMillis(200)));

            assertThat(tally.failed()).isZero();
            assertThat(left).contains(0L).hasSizeGreaterThan(10);
        }
        assertThat(stub.stats().clientAborts()).isEqualTo(left.size());
    }

    @Test
    void anAnswerThatIsLateAtTheEndStarves() {
        stub.configure("hang=100");
        try (Load load = load(Expectation.of(1, Duration.ofMillis(50)))) {
            Tally tally = load.run(clients(4, 200));

            assertThat(tally.starved()).isEqualTo(4);
            assertThat(tally.firstToken.millis(0.5)).isGreaterThan(50);
            assertThat(tally.failed()).isZero();
        }
    }

    @Test
    void patienceEnds() {
        stub.configure("hang=100");
        try (Load load = load(Expectation.of(1, SOON).patient(Duration.ofMillis(100)))) {
            assertThat(load.run(clients(4, 900)).failures()).isEqualTo(Map.of("no_token", 4));
        }
    }

    @Test
    void aRefusalThatSaysWhenIsNoFailureAndIsObeyed() {
        stub.configure("e503=100 retryafter=1");
        try (Load load = load(Expectation.of(1, SOON))) {
            Tally tally = load.run(clients(3, 500));

            assertThat(tally.failed()).isZero();
            assertThat(tally.refusal.count()).isEqualTo(3);
            assertThat(load.run(clients(3, 900)).refusal.count()).isEqualTo(3);
        }
    }

    @Test
    void failuresAreToldApart() {
        stub.configure("e503=100");
        try (Load load = load(Expectation.of(1, SOON))) {
            assertThat(load.run(clients(1, 500)).failures()).isEqualTo(Map.of("http_503", 1));
        }
        stub.configure("e503=0 midcut=100 text=stamps tokens=4 gap=5");
        try (Load load = load(Expectation.of(4, SOON))) {
            assertThat(load.run(clients(1, 500)).failures()).isEqualTo(Map.of("cut", 1));
        }
        stub.configure("midcut=0 cleancut=100");
        try (Load load = load(Expectation.of(4, SOON))) {
            assertThat(load.run(clients(1, 500)).failures()).isEqualTo(Map.of("short", 1));
        }
    }

    @Test
    void nobodyThereIsAFailureOfTheConnection() {
        URI gone;
        try (ProviderStub closed = ProviderStub.start(0)) {
            gone = closed.baseUri();
        }
        try (Load load = new Load(ask(gone), Expectation.of(1, SOON))) {
            assertThat(load.run(clients(2, 500)).failures()).isEqualTo(Map.of("connect", 2));
        }
    }

    @Test
    void aStageEndsEarlyWhenThereIsEnough() {
        stub.configure("text=stamps ttft=0 gap=0 tokens=1");
        try (Load load = load(Expectation.of(1, SOON))) {
            Tally tally = load.run(clients(2, 60_000), () -> stub.stats().anthropicRequests() > 20);

            assertThat(tally.seconds()).isLessThan(30);
            assertThat(tally.answered()).isGreaterThan(15);
        }
    }
}
