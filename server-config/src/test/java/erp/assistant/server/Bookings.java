package erp.assistant.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows of the ledger of a server that was killed, by who asked about what.
 *
 * @param crashed how many of them nobody was left to settle
 * @param unanswered how many of them have no response, those that crashed among them
 */
record Bookings(Map<String, Integer> booked, int rows, int crashed, int unanswered) {

    /** Each must be settled, and the only one of its attempt; what a crash left open is at its upper bound. */
    static Bookings of(List<JsonObject> rows) {
        Map<String, Integer> booked = new HashMap<>();
        Set<String> attempts = new HashSet<>();
        int crashed = 0;
        int unanswered = 0;
        for (JsonObject row : rows) {
            assertThat(row.getString("state")).as("%s", row).isEqualTo("settled");
            assertThat(attempts.add(row.getString("call") + "/" + row.getInt("attempt")))
                    .as("a second row of %s", row)
                    .isTrue();
            booked.merge(row.getString("user") + " " + row.getString("recordId"), 1, Integer::sum);
            if (row.getInt("httpStatus") == 0) {
                unanswered++;
            }
            if (row.getString("outcome").equals("crash")) {
                crashed++;
                assertThat(row.getJsonObject("cost")).as("%s", row).isEqualTo(row.getJsonObject("reserved"));
            }
        }
        return new Bookings(booked, rows.size(), crashed, unanswered);
    }

    /**
     * Fails if a request that the provider saw has no row, or if there are more rows than can be explained: only what has no
     * response, because of a crash, a stop or an asker who left, may never have been sent. Returns the figures.
     */
    String against(Map<String, Integer> seen) {
        List<String> lost = seen.entrySet().stream()
                .filter(each -> booked.getOrDefault(each.getKey(), 0) < each.getValue())
                .map(Map.Entry::getKey)
                .toList();
        int requests = seen.values().stream().mapToInt(Integer::intValue).sum();
        String figures =
                "requests the provider saw %d, rows %d, all settled, of these as crash %d, never sent %d, lost %d"
                        .formatted(requests, rows, crashed, rows - requests, lost.size());
        assertThat(lost).as(figures).isEmpty();
        assertThat(rows - requests).as(figures).isBetween(0, unanswered);
        return figures;
    }
}
