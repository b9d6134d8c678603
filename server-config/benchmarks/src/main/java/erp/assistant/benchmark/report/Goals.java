package erp.assistant.benchmark.report;

import java.util.List;
import java.util.function.Function;

/** What the assistant promises, figure by figure; medians over the rounds. */
final class Goals {

    private static final String ASSISTANT = "assistant";
    private static final String NGINX = "nginx";
    private static final String PEER = "langchain4j";
    private static final String CPU = "cpu_us_per_token";

    static final List<Goal> ALL = List.of(
            Goal.atLeast(2000, " streams", "Streams at seed pace held on one core", own("seed", "held", "streams")),
            Goal.atMost(50, " ms", "First token added at that load, p99", own("seed", "held", "first_added_p99_ms")),
            Goal.atMost(0, "", "Failed answers at that load", own("seed", "held", "failed")),
            Goal.atLeast(2000, " streams", "The same, questions coming evenly", own("cycles", "held", "streams")),
            Goal.atMost(50, " ms", "First token added at that load, p99", own("cycles", "held", "first_added_p99_ms")),
            Goal.atMost(64, " KiB", "Heap for each open stream", own("memory", "open streams", "heap_kib_per_stream")),
            Goal.atMost(
                    0.05, "", "Threads more for each open stream", own("memory", "open streams", "threads_per_stream")),
            ratio(2, "Processor time for each token, seed pace, times nginx's", "seed", "200 streams", NGINX, CPU),
            ratio(2, "The same, questions coming evenly", "cycles", "200 streams", NGINX, CPU),
            ratio(2, "Processor time for each token, burst, times nginx's", "burst", "20 at once", NGINX, CPU),
            ratio(1.25, "The same, burst, the far goal", "burst", "20 at once", NGINX, CPU),
            ratio(
                    1 / 3.0,
                    "Processor time for each token, seed pace, times the peer's",
                    "seed",
                    "200 streams",
                    PEER,
                    CPU),
            ratio(1 / 3.0, "The same, questions coming evenly", "cycles", "200 streams", PEER, CPU),
            ratio(1 / 3.0, "Processor time for each token, burst, times the peer's", "burst", "20 at once", PEER, CPU),
            Goal.atMost(0.2, " ms", "Relay of a token, seed pace, p50", own("seed", "200 streams", "relay_p50_ms")),
            Goal.atMost(3, " ms", "Relay of a token, seed pace, p99", own("seed", "200 streams", "relay_p99_ms")),
            Goal.atMost(
                    0.2, " ms", "Relay, questions coming evenly, p50", own("cycles", "200 streams", "relay_p50_ms")),
            Goal.atMost(3, " ms", "Relay, questions coming evenly, p99", own("cycles", "200 streams", "relay_p99_ms")),
            Goal.atMost(
                    150,
                    " us",
                    "Processor time for an instant question",
                    own("instant", "32 at once", "cpu_us_per_answer")),
            Goal.atMost(10, " ms", "Refusal under overload, p99", own("overload", "twice the limit", "refusal_p99_ms")),
            Goal.atMost(
                    0,
                    "",
                    "Accepted answers that failed or starved",
                    own("overload", "twice the limit", "failed_or_starved")),
            Goal.atMost(
                    20,
                    " ms",
                    "From a known error to the backup's request, p99",
                    own("failover", "known error", "to_backup_p99_ms")),
            Goal.atMost(2, " ms", "Added by an open breaker, p50", own("failover", "breaker open", "added_p50_ms")),
            Goal.atMost(
                    250,
                    " ms",
                    "Provider's connection closed after the browser left, p99",
                    own("abort", "left streams", "closed_p99_ms")),
            Goal.atMost(0, "", "Provider's streams left open by then", own("abort", "left streams", "left_open")),
            Goal.atMost(5, "", "Threads more after all of them", own("abort", "left streams", "threads_more")),
            Goal.atMost(5, " MiB", "Heap more after all of them", own("abort", "left streams", "heap_mib_more")),
            Goal.atMost(
                    0,
                    "",
                    "Browsers' connections more after all of them",
                    own("abort", "left streams", "connections_more")),
            Goal.atLeast(
                    100,
                    " %",
                    "Backup asked when the provider says nothing",
                    own("silent", "before the first token", "backup_asked_percent")),
            Goal.atMost(
                    250,
                    " ms",
                    "The same, later than the budget by, at most",
                    own("silent", "before the first token", "late_max_ms")),
            Goal.atLeast(
                    100,
                    " %",
                    "Backup asked when the provider falls silent",
                    own("silent", "after some tokens", "backup_asked_percent")),
            Goal.atMost(
                    250,
                    " ms",
                    "The same, later than the budget by, at most",
                    own("silent", "after some tokens", "late_max_ms")));

    private Goals() {}

    private static Function<Results, Double> own(String part, String variant, String figure) {
        return results -> results.spread(part, ASSISTANT, variant, figure).median();
    }

    private static Goal ratio(double limit, String words, String part, String variant, String other, String figure) {
        return Goal.atMost(
                limit,
                "",
                words,
                results -> results.spread(part, ASSISTANT, variant, figure)
                        .times(results.spread(part, other, variant, figure)));
    }
}
