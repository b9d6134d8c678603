package erp.assistant.impl.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.Completion;
import erp.assistant.impl.config.Dialect;
import erp.assistant.report.ProviderAlert;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every row of the table of failures, over HTTP, in every dialect: what the provider does, what is asked of whom, what the asker
 * gets, what is in the ledger, what the admin is told, and that no key is anywhere.
 */
class FaultActionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * A failure of the primary.
     *
     * @param stub the stub's settings
     * @param attempts how often the primary is asked
     * @param outcome each of these attempts in the ledger; empty if the dialects word it differently
     * @param shown whether text was shown before
     * @param alert empty for none
     */
    private record Row(String stub, int attempts, String outcome, boolean shown, String alert) {
        @Override
        public String toString() {
            return stub;
        }
    }

    private static Row before(String stub, int attempts, String outcome, String alert) {
        return new Row(stub, attempts, outcome, false, alert);
    }

    private static Row after(String stub, String outcome, String alert) {
        return new Row(stub, 1, outcome, true, alert);
    }

    private static final List<Row> ROWS = List.of(
            before("e400=100", 1, "invalid-request", "request"),
            before("e401=100", 1, "authentication", "key"),
            before("e402=100", 1, "quota", "account"),
            before("e403=100", 1, "authentication", "key"),
            before("e404=100", 1, "not-found", "model"),
            before("failn=9 fails=407", 2, "connect", "unreachable"),
            before("e408=100", 2, "server-error", ""),
            before("failn=9 fails=409", 2, "server-error", ""),
            before("e413=100", 1, "too-large", "size"),
            before("e422=100", 1, "invalid-request", "request"),
            before("e429=100", 2, "rate-limited", ""),
            before("e429=100 retryafter=1", 2, "rate-limited", ""),
            before("e429=100 retryafter=2", 1, "rate-limited", ""),
            before("quota=100", 1, "quota", "account"),
            before("failn=9 fails=418", 1, "invalid-request", "request"),
            before("e500=100", 2, "server-error", ""),
            before("e502=100", 2, "server-error", ""),
            before("e503=100", 2, "", ""),
            before("e504=100", 2, "server-error", ""),
            before("e529=100", 2, "overloaded", ""),
            before("html200=100", 2, "malformed", "protocol"),
            before("empty200=100", 2, "truncated", ""),
            before("firsterr=100", 2, "", ""),
            before("hang=100", 1, "first-content-timeout", ""),
            before("pings=100", 1, "first-content-timeout", ""),
            after("midcut=100", "truncated", ""),
            after("cleancut=100", "truncated", ""),
            after("miderr=100", "", ""),
            after("hangmid=100", "idle-timeout", ""),
            after("badjson=100", "malformed", "protocol"));

    private static Stream<Dialect> dialects() {
        return Stream.of(Dialect.ANTHROPIC, Dialect.OPENAI, Dialect.OPENAI_RESPONSES);
    }

    private static Stream<Arguments> rows() {
        return dialects().flatMap(dialect -> ROWS.stream().map(row -> Arguments.of(dialect, row)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void eachFailureLeadsToItsAction(Dialect dialect, Row row) throws Exception {
        try (TwoProviders providers = new TwoProviders(dialect);
                Canary canary = new Canary(TwoProviders.PRIMARY_KEY, TwoProviders.BACKUP_KEY)) {
            providers.primary.configure(row.stub());

            Completion completion = providers.ask().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

            assertThat(completion.source()).isEqualTo(Completion.Source.BACKUP);
            assertThat(completion.reason()).isEqualTo(Completion.Reason.END);
            assertThat(providers.primary.stats().requests()).isEqualTo(row.attempts());
            assertThat(providers.backup.stats().requests()).isEqualTo(1);
            assertText(providers.asker.seen.toString(), row.shown());
            assertThat(providers.backup.lastRequest().orElseThrow().body())
                    .as("what was begun is no prefill for somebody else")
                    .doesNotContain("\"assistant\"");
            assertLedger(providers.attempts(), row);
            assertThat(providers.alerts)
                    .extracting(ProviderAlert::cause)
                    .containsExactlyElementsOf(
                            row.alert().isEmpty() ? List.of() : Collections.nCopies(row.attempts(), row.alert()));
            canary.isNowhereIn(providers);
        }
    }

    private static void assertText(String seen, boolean shown) {
        if (shown) {
            String mark = "<restart provider-failed>";
            assertThat(seen).contains(mark).endsWith(mark + TwoProviders.ANSWER);
            String void_ = seen.substring(0, seen.indexOf(mark));
            assertThat(void_).isNotEmpty();
            assertThat(TwoProviders.ANSWER).startsWith(void_);
        } else {
            assertThat(seen).isEqualTo(TwoProviders.ANSWER);
        }
    }

    private static void assertLedger(List<String> attempts, Row row) {
        assertThat(attempts).hasSize(row.attempts() + 1).last().isEqualTo("backup end");
        if (!row.outcome().isEmpty()) {
            List<String> expected = new ArrayList<>(Collections.nCopies(row.attempts(), "primary " + row.outcome()));
            expected.add("backup end");
            assertThat(attempts).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void aRefusalIsShownAsOne(Dialect dialect) throws Exception {
        try (TwoProviders providers = new TwoProviders(dialect)) {
            providers.primary.configure("refusal=100");

            Completion completion = providers.ask().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

            assertThat(completion.reason()).isEqualTo(Completion.Reason.REFUSAL);
            assertThat(completion.source()).isEqualTo(Completion.Source.PRIMARY);
            assertThat(providers.backup.stats().requests()).isZero();
            assertThat(providers.alerts).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void afterTextTheAnswerEndsIncompleteIfThatIsConfigured(Dialect dialect) throws Exception {
        try (TwoProviders providers = new TwoProviders(dialect)) {
            providers.configure("assistant.failover.after-content", "incomplete");
            providers.primary.configure("midcut=100");

            Completion completion = providers.ask().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

            assertThat(completion.reason()).isEqualTo(Completion.Reason.TRUNCATED);
            assertThat(providers.backup.stats().requests()).isZero();
        }
    }

    /** An address that cannot be asked. */
    private interface Place {
        String address(TwoProviders providers) throws IOException;
    }

    private static Stream<Arguments> unreachable() {
        Place refused = providers -> {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return "http://127.0.0.1:" + socket.getLocalPort();
            }
        };
        Place unknownHost = providers -> "http://provider.invalid";
        return dialects()
                .flatMap(dialect -> Stream.of(
                        Arguments.of(dialect, "connection refused", refused),
                        Arguments.of(dialect, "unknown host", unknownHost)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("unreachable")
    void aProviderThatCannotBeReachedIsTriedAgainAndThenLeft(Dialect dialect, String why, Place place)
            throws Exception {
        try (TwoProviders providers = new TwoProviders(dialect);
                Canary canary = new Canary(TwoProviders.PRIMARY_KEY, TwoProviders.BACKUP_KEY)) {
            providers.primaryAt(place.address(providers));

            Completion completion = providers.ask().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

            assertThat(completion.source()).isEqualTo(Completion.Source.BACKUP);
            assertThat(providers.attempts()).containsExactly("primary connect", "primary connect", "backup end");
            assertThat(providers.alerts).extracting(ProviderAlert::cause).containsOnly("unreachable");
            canary.isNowhereIn(providers);
        }
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void aServerWithoutTlsCannotBeReachedByTls(Dialect dialect) throws Exception {
        try (TwoProviders providers = new TwoProviders(dialect);
                RawServer plain = RawServer.talkingFirst("HTTP/1.1 400 No TLS here\r\nconnection: close\r\n\r\n");
                Canary canary = new Canary(TwoProviders.PRIMARY_KEY, TwoProviders.BACKUP_KEY)) {
            providers.configure("assistant.timeout.first-content", "10s");
            providers.primaryAt(plain.address().replace("http:", "https:"));

            Completion completion = providers.ask().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

            assertThat(completion.source()).isEqualTo(Completion.Source.BACKUP);
            assertThat(providers.attempts()).containsExactly("primary connect", "primary connect", "backup end");
            canary.isNowhereIn(providers);
        }
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void aResetConnectionIsTriedAgain(Dialect dialect) throws Exception {
        try (TwoProviders providers = new TwoProviders(dialect);
                RawServer reset = RawServer.resetting();
                Canary canary = new Canary(TwoProviders.PRIMARY_KEY, TwoProviders.BACKUP_KEY)) {
            providers.primaryAt(reset.address());

            Completion completion = providers.ask().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

            assertThat(completion.source()).isEqualTo(Completion.Source.BACKUP);
            assertThat(providers.attempts()).containsExactly("primary truncated", "primary truncated", "backup end");
            canary.isNowhereIn(providers);
        }
    }

    /** Events of a life cycle and a first event that cannot be read are no content: nothing of them is seen. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ANTHROPIC | data: {\"type\":\"message_start\",\"message\":{}}\\n\\ndata: {\"type\":\"content_blo\\n\\n | malformed | 2",
                "OPENAI | data: {\"choices\":[{\"delta\":{\"role\":\"assistant\"}}]}\\n\\ndata: {\"choi\\n\\n | malformed | 2",
                "OPENAI | data: {\"choices\":[{\"delta\":{\"content\":\"\"}}]}\\n\\n | truncated | 2",
                "ANTHROPIC | data: {\"type\":\"message_start\",\"message\":{}}\\n\\ndata: {\"type\":\"ping\"}\\n\\n | truncated | 2",
                "OPENAI_RESPONSES | data: {\"type\":\"response.created\",\"response\":{}}\\n\\ndata: {\"type\":\"respo\\n\\n | malformed | 2",
                "OPENAI_RESPONSES | data: {\"type\":\"response.created\",\"response\":{}}\\n\\ndata: {\"type\":\"error\","
                        + "\"error\":{\"code\":\"insufficient_quota\"}}\\n\\n | quota | 1",
                "OPENAI_RESPONSES | data: {\"type\":\"response.created\",\"response\":{}}\\n\\ndata: {\"type\":\"response.failed\","
                        + "\"response\":{\"status\":\"failed\",\"error\":{\"code\":\"insufficient_quota\"}}}\\n\\n | quota | 1"
            })
    void whatGoesWrongBeforeTheFirstWordIsNotSeen(Dialect dialect, String events, String outcome, int attempts)
            throws Exception {
        String body = events.replace("\\n", "\n");
        try (TwoProviders providers = new TwoProviders(dialect);
                RawServer early = RawServer.answering("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n"
                        + "content-length: " + body.length() + "\r\nconnection: close\r\n\r\n" + body)) {
            providers.primaryAt(early.address());

            Completion completion = providers.ask().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

            assertThat(completion.source()).isEqualTo(Completion.Source.BACKUP);
            assertThat(providers.asker.seen.toString()).isEqualTo(TwoProviders.ANSWER);
            List<String> expected = new ArrayList<>(Collections.nCopies(attempts, "primary " + outcome));
            expected.add("backup end");
            assertThat(providers.attempts()).isEqualTo(expected);
        }
    }

    private static Stream<Arguments> waits() {
        DateTimeFormatter date = DateTimeFormatter.RFC_1123_DATE_TIME;
        return Stream.of(
                Arguments.of("retry-after-ms: 700", Duration.ofMillis(699), Duration.ofMillis(700)),
                Arguments.of("retry-after: 1", Duration.ofMillis(999), Duration.ofSeconds(1)),
                Arguments.of(
                        "retry-after: "
                                + date.format(ZonedDateTime.now(ZoneOffset.UTC).minusHours(1)),
                        Duration.ofNanos(-1),
                        Duration.ZERO));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waits")
    void aShortRetryAfterIsWaitedForInAllItsForms(String header, Duration more, Duration most) throws Exception {
        try (TwoProviders providers = new TwoProviders(Dialect.OPENAI);
                RawServer busy = RawServer.answering("HTTP/1.1 429 Busy\r\n" + header
                        + "\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}")) {
            providers.primaryAt(busy.address());

            providers.ask().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

            assertThat(providers.pauses)
                    .singleElement()
                    .satisfies(wait -> assertThat(wait).isGreaterThan(more).isLessThanOrEqualTo(most));
            assertThat(providers.attempts())
                    .containsExactly("primary rate-limited", "primary rate-limited", "backup end");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("longWaits")
    void aLongRetryAfterSendsTheQuestionToTheBackupAtOnce(String header) throws Exception {
        try (TwoProviders providers = new TwoProviders(Dialect.ANTHROPIC);
                RawServer busy = RawServer.answering("HTTP/1.1 503 Busy\r\n" + header
                        + "\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}")) {
            providers.primaryAt(busy.address());

            providers.ask().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

            assertThat(providers.pauses).isEmpty();
            assertThat(providers.attempts()).containsExactly("primary server-error", "backup end");
        }
    }

    private static Stream<String> longWaits() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(5));
        return Stream.of("retry-after-ms: 1001", "retry-after: 20", "retry-after: " + date);
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void whereNobodyElseFollowsALongerWaitIsWorthIt(Dialect dialect) throws Exception {
        try (TwoProviders providers = new TwoProviders(dialect)) {
            providers.configure("assistant.provider.backup.dialect", "");
            providers.configure("assistant.timeout.first-content", "5s");
            providers.primary.configure("failn=1 fails=429 retryafter=4");

            Completion completion = providers.ask().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

            assertThat(completion.source()).isEqualTo(Completion.Source.PRIMARY);
            assertThat(providers.pauses).containsExactly(Duration.ofSeconds(4));
        }
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void afterTheDeadlineNobodyIsAskedAndNothingIsRecorded(Dialect dialect) throws Exception {
        try (TwoProviders providers = new TwoProviders(dialect)) {
            Completion completion = providers.ask(Duration.ofMillis(-1)).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

            assertThat(completion.source()).isEqualTo(Completion.Source.OFFLINE);
            assertThat(providers.primary.stats().requests()
                            + providers.backup.stats().requests())
                    .isZero();
            assertThat(providers.attempts()).isEmpty();
            assertThat(providers.watch.providers())
                    .allSatisfy(state -> assertThat(state.breaker().failures()).isZero());
        }
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void aProviderThatRepeatsTheKeyInItsErrorIsNotRepeated(Dialect dialect) throws Exception {
        String body = "{\"type\":\"error\",\"error\":{\"type\":\"" + TwoProviders.PRIMARY_KEY + "\",\"code\":\""
                + TwoProviders.PRIMARY_KEY + "\",\"message\":\"Incorrect API key provided: " + TwoProviders.PRIMARY_KEY
                + "\"}}";
        try (TwoProviders providers = new TwoProviders(dialect);
                RawServer echo = RawServer.answering("HTTP/1.1 401 No\r\nrequest-id: " + TwoProviders.PRIMARY_KEY
                        + "\r\ncontent-type: application/json\r\ncontent-length: " + body.length() + "\r\n\r\n"
                        + body);
                Canary canary = new Canary(TwoProviders.PRIMARY_KEY, TwoProviders.BACKUP_KEY)) {
            providers.primaryAt(echo.address());

            providers.ask().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

            assertThat(providers.attempts()).containsExactly("primary authentication", "backup end");
            canary.isNowhereIn(providers);
        }
    }
}
