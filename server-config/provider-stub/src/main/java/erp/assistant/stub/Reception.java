package erp.assistant.stub;

import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends each request where it belongs: API calls to an {@link Exchange}, the rest to the control addresses. */
final class Reception {

    private final Counters counters = new Counters();
    private final AtomicInteger sinceReset = new AtomicInteger();
    // Seeded, so that a run of faults can be repeated.
    private final Random random = new Random(42);
    private volatile StubSettings settings = StubSettings.INITIAL;
    private volatile @Nullable String requiredKey;
    private volatile @Nullable StubRequest last;
    private volatile Consumer<StubRequest> observer = request -> {};

    Counters counters() {
        return counters;
    }

    Optional<StubRequest> last() {
        return Optional.ofNullable(last);
    }

    void observe(Consumer<StubRequest> observer) {
        this.observer = observer;
    }

    void requireKey(@Nullable String key) {
        requiredKey = key;
    }

    synchronized void configure(String assignments) {
        settings = settings.with(assignments);
    }

    synchronized void script(String text) {
        settings = settings.withScript(text);
    }

    void reset() {
        counters.reset();
        sinceReset.set(0);
        last = null;
    }

    /** Called on the loop's thread. */
    void accept(Connection connection, StubRequest request) {
        String path = request.path();
        if (request.method().equals("POST") && path.endsWith("/messages")) {
            answer(connection, request, new AnthropicWire());
        } else if (request.method().equals("POST") && path.endsWith("/chat/completions")) {
            answer(connection, request, new OpenAiWire());
        } else if (request.method().equals("POST") && path.endsWith("/responses")) {
            answer(connection, request, new ResponsesWire());
        } else {
            connection.send(control(request));
        }
    }

    private void answer(Connection connection, StubRequest request, Wire wire) {
        last = request;
        observer.accept(request);
        StubSettings commanded = request.commands(settings);
        Plan plan = Plan.of(wire, request, commanded, fate(request, commanded));
        if (commanded.on(Setting.LORIS) && random.nextDouble() * 100 < commanded.get(Setting.LORIS)) {
            connection.dribble(Math.max(1, commanded.whole(Setting.LORISBYTES)), commanded.nanos(Setting.LORISGAP));
        }
        new Exchange(connection, plan, counters).start();
    }

    private Fault.Drawn fate(StubRequest request, StubSettings commanded) {
        String key = requiredKey;
        if (key != null && !request.key().filter(key::equals).isPresent()) {
            return new Fault.Drawn(Fault.STATUS, 401);
        }
        if (sinceReset.getAndIncrement() < commanded.whole(Setting.FAILN)) {
            return new Fault.Drawn(Fault.STATUS, commanded.whole(Setting.FAILS));
        }
        return Fault.draw(commanded, random);
    }

    private String control(StubRequest request) {
        switch (request.path()) {
            case "/health" -> {
                return json(200, "{\"status\":\"up\"}\n");
            }
            case "/stats" -> {
                return json(200, counters.stats().json());
            }
            case "/last" -> {
                return Http.response(
                        200,
                        "text/plain; charset=utf-8",
                        last().map(StubRequest::text).orElse("No API request since the last reset.\n"),
                        "");
            }
            case "/reset" -> {
                reset();
                return json(200, "{}\n");
            }
            case "/config" -> {
                return config(request);
            }
            default -> {
                return json(
                        404,
                        "{\"error\":{\"type\":\"not_found_error\",\"message\":\"The stub has no such address.\"}}\n");
            }
        }
    }

    private String config(StubRequest request) {
        try {
            configure(request.query());
            if (request.method().equals("POST") && !request.body().isEmpty()) {
                script(request.body());
            }
            return json(200, settings.json());
        } catch (IllegalArgumentException e) {
            return json(400, "{\"error\":" + Json.quoted(String.valueOf(e.getMessage())) + "}\n");
        }
    }

    private static String json(int status, String body) {
        return Http.response(status, "application/json", body, "");
    }
}
