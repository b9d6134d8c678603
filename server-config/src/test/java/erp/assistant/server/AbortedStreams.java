package erp.assistant.server;

import erp.assistant.stub.ProviderStub;
import erp.assistant.stub.StubRequest;
import erp.assistant.stub.StubWatcher;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Leaves many answers under way and measures how long it takes until the provider's connection of each is closed.
 *
 * <p>Half of them are left while the provider is silent, half in the midst of text.
 */
final class AbortedStreams implements StubWatcher {

    private static final String[] PEOPLE = {"anna", "carl", "vera", "adam"};
    private static final Pattern MARK = Pattern.compile("leaver (\\d+) of");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** From a browser's leaving to the end of the provider's connection, in milliseconds. */
    record Figures(int answers, double p50, double p99, double max) {}

    private final URI server;
    private final Map<Integer, CompletableFuture<Long>> arrived = new ConcurrentHashMap<>();
    private final Map<Integer, CompletableFuture<Long>> abandoned = new ConcurrentHashMap<>();

    AbortedStreams(URI server, ProviderStub provider) {
        this.server = server;
        provider.watch(this);
    }

    @Override
    public void arrived(StubRequest request, long nanos) {
        note(arrived, request, nanos);
    }

    @Override
    public void abandoned(StubRequest request, long nanos) {
        note(abandoned, request, nanos);
    }

    private static void note(Map<Integer, CompletableFuture<Long>> moments, StubRequest request, long nanos) {
        Matcher mark = MARK.matcher(request.body());
        if (mark.find()) {
            moment(moments, Integer.parseInt(mark.group(1))).complete(nanos);
        }
    }

    private static CompletableFuture<Long> moment(Map<Integer, CompletableFuture<Long>> moments, int number) {
        return moments.computeIfAbsent(number, any -> new CompletableFuture<>());
    }

    Figures run(int answers, int atOnce) throws Exception {
        ExecutorService browsers = Executors.newFixedThreadPool(atOnce);
        try {
            var left = IntStream.range(0, answers)
                    .mapToObj(number -> browsers.submit(() -> leave(number)))
                    .toList();
            long[] nanos = new long[answers];
            for (int i = 0; i < answers; i++) {
                Future<Long> one = left.get(i);
                nanos[i] = one.get();
            }
            Arrays.sort(nanos);
            return new Figures(answers, millis(nanos, 0.5), millis(nanos, 0.99), millis(nanos, 1));
        } finally {
            browsers.shutdownNow();
        }
    }

    private static double millis(long[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))] / 1e6;
    }

    private long leave(int number) throws Exception {
        boolean silent = number % 2 == 0;
        long leftAt;
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(request(number, silent));
            readTo(socket, silent ? "event: meta" : "event: delta");
            moment(arrived, number).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            // Not in step with beats or text.
            LockSupport.parkNanos(new SplittableRandom(number).nextLong(TimeUnit.MILLISECONDS.toNanos(150)));
            leftAt = System.nanoTime();
        }
        long closedAt = moment(abandoned, number).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        arrived.remove(number);
        abandoned.remove(number);
        return closedAt - leftAt;
    }

    private byte[] request(int number, boolean silent) {
        String pace = silent ? "ttft=60000" : "ttft=50 gap=36";
        String body = "{\"question\":\"Why, asks leaver " + number + " of many? [[stub " + pace
                + " tokens=600 capmax=0]]\",\"record\":{\"type\":\"sales-order\",\"id\":\"4711\"}}";
        String user = PEOPLE[number / 2 % PEOPLE.length];
        String[] lines = {
            "POST /assistant/api/v1/answers HTTP/1.1",
            "Host: " + server.getAuthority(),
            "Authorization: " + Server.basic(user),
            "X-Requested-With: test",
            "Accept: text/event-stream",
            "Content-Type: application/json",
            "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length,
            "",
            body
        };
        return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static void readTo(Socket socket, String wanted) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder seen = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(wanted)) {
                return;
            }
            seen.append(line).append('\n');
        }
        throw new IOException("the answer ended before " + wanted + ":\n" + seen);
    }

    /**
     * Runs against a server that is running with a stub that is started here.
     *
     * @param arguments the server's address, the stub's port, the number of answers, how many at once, the server's process id
     */
    public static void main(String[] arguments) throws Exception {
        long pid = Long.parseLong(arguments[4]);
        Consumer<String> out = System.out::println;
        try (ProviderStub provider = ProviderStub.start(Integer.parseInt(arguments[1]))) {
            AbortedStreams streams = new AbortedStreams(URI.create(arguments[0]), provider);
            out.accept("warm-up   " + streams.run(500, Integer.parseInt(arguments[3])));
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(15));
            out.accept("before    " + ServerFigures.of(pid, provider));
            long began = System.nanoTime();
            out.accept("leaving   " + streams.run(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3])));
            out.accept("took      " + Duration.ofNanos(System.nanoTime() - began));
            out.accept("at once   " + ServerFigures.of(pid, provider));
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(15));
            out.accept("15 s on   " + ServerFigures.of(pid, provider));
        }
    }

    /** What a server holds, on Linux. */
    record ServerFigures(long threads, long heapBytesLive, long sockets, int providerConnections, int providerActive) {

        static ServerFigures of(long pid, ProviderStub provider) throws IOException {
            java.nio.file.Path process = java.nio.file.Path.of("/proc", Long.toString(pid));
            long threads;
            try (var tasks = java.nio.file.Files.list(process.resolve("task"))) {
                threads = tasks.count();
            }
            // Counts what is live, after a full collection.
            Process histogram = new ProcessBuilder("jcmd", Long.toString(pid), "GC.class_histogram").start();
            String total = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("Total"))
                    .findFirst()
                    .orElseThrow();
            long sockets = 0;
            try (var files = java.nio.file.Files.list(process.resolve("fd"))) {
                for (java.nio.file.Path file : files.toList()) {
                    try {
                        sockets += java.nio.file.Files.readSymbolicLink(file)
                                        .toString()
                                        .startsWith("socket:")
                                ? 1
                                : 0;
                    } catch (IOException e) {
                        // closed in the meantime
                    }
                }
            }
            return new ServerFigures(
                    threads,
                    Long.parseLong(total.strip().split("\\s+")[2]),
                    sockets,
                    provider.stats().connections(),
                    provider.stats().active());
        }
    }
}
