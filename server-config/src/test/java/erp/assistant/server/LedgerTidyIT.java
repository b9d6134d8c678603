package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.stub.ProviderStub;
import erp.assistant.stub.StubRequest;
import erp.assistant.stub.StubWatcher;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The file of the embedded ledger is made small at night, while people ask, and at the start. */
class LedgerTidyIT {

    private static final String TIDIED = "was written anew in";
    private static final int TIMES = 2;
    private static final Duration LONG = Duration.ofMinutes(3);

    private final Seen seen = new Seen();

    @Test
    void peopleWhoAskMeanwhileGetTheirAnswersAndEachRequestHasItsRow() {
        OwnServer server = new OwnServer("tidied");
        try (ProviderStub provider = ProviderStub.start(0);
                server) {
            provider.watch(new StubWatcher() {
                @Override
                public void arrived(StubRequest request, long nanos) {
                    KilledServerIT.note(request, seen);
                }
            });
            Map<String, String> properties = new HashMap<>(KilledServerIT.properties(provider));
            properties.put("assistant.time-zone", threeAtNight().getId());
            server.startWith(properties);
            try (SteadyAsking asking = new SteadyAsking(server)) {
                Server.await("the file to be tidied", LONG, () -> tidied(server) >= TIMES);
                asking.close();
            }
            Server.await(
                    "the settlement of all rows",
                    LONG,
                    () -> server.calls().stream()
                            .noneMatch(row -> row.getString("state").equals("open")));

            Bookings bookings = Bookings.of(server.calls());
            assertThat(seen.all()).hasSizeGreaterThan(100);
            assertThat(bookings.against(seen.all())).contains("lost 0");
            assertThat(bookings.crashed()).isZero();
            assertThat(server.file("messages.log"))
                    .doesNotContain("could not be made small", "J2CA", "DSRA", "erp.assistant.ledger E", "FFDC1015I");

            int rows = bookings.rows();
            server.kill();
            server.launch();
            assertThat(tidied(server)).as("at the start").isPositive();
            assertThat(Bookings.of(server.calls()).rows()).isEqualTo(rows);
        }
    }

    private static int tidied(OwnServer server) {
        return server.file("messages.log").split(TIDIED, -1).length - 1;
    }

    /** Where it is between three and four o'clock now. */
    private static ZoneOffset threeAtNight() {
        int hour = OffsetDateTime.now(ZoneOffset.UTC).getHour();
        return ZoneOffset.ofHours((3 - hour + 36) % 24 - 12);
    }
}
