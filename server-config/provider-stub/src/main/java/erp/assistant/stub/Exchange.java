package erp.assistant.stub;

/**
 * One API answer in the making: keeps the plan's pace and lets its fault strike. Used on the loop's thread only.
 *
 * <p>After each step it waits until the connection has taken the bytes, so that a slow client slows its own stream only.
 */
final class Exchange {

    private static final String IDS = "request-id: req_stub\r\nx-request-id: req_stub\r\n";
    private static final String STREAM_HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n"
            + "Cache-Control: no-cache\r\n" + IDS + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String LAST_CHUNK = "0\r\n\r\n";
    private static final int BATCH = 64 * 1024;

    private enum Phase {
        HEAD,
        OPENING,
        PIECES,
        /** All is handed to the connection, which is still sending. */
        DRAINING,
        /** The same, and the connection will be cut then. */
        CUTTING,
        /** Nothing more will ever be sent. */
        HUNG,
        ENDED
    }

    private final Connection connection;
    private final Plan plan;
    private final Counters counters;
    private final long started = System.nanoTime();
    private final StringBuilder batch = new StringBuilder();

    private Phase phase = Phase.HEAD;
    private int sent;
    private long dueNanos;
    private boolean scheduled;

    Exchange(Connection connection, Plan plan, Counters counters) {
        this.connection = connection;
        this.plan = plan;
        this.counters = counters;
    }

    void start() {
        counters.started(plan.wire());
        connection.begin(this);
        dueNanos = headDue();
        resume();
    }

    private long headDue() {
        StubSettings settings = plan.settings();
        return switch (plan.fault()) {
            case STATUS, QUOTA, HTML200, EMPTY200, JSON200, PINGS -> started;
            default -> {
                if (!plan.streaming()) {
                    yield firstDue() + plan.pieces().size() * settings.nanos(Setting.GAP);
                }
                yield settings.get(Setting.HEAD) < 0 ? firstDue() : started + settings.nanos(Setting.HEAD);
            }
        };
    }

    private long firstDue() {
        return started + plan.settings().nanos(Setting.TTFT);
    }

    /** Does what is due and arranges to be called again for the rest; also called when the connection has sent all. */
    void resume() {
        while (!scheduled && !connection.waiting() && connection.open()) {
            switch (phase) {
                case HUNG, ENDED -> {
                    return;
                }
                case DRAINING -> {
                    end();
                    return;
                }
                case CUTTING -> {
                    phase = Phase.ENDED;
                    counters.cut();
                    connection.endAndClose();
                    return;
                }
                default -> stepOrWait();
            }
        }
    }

    private void stepOrWait() {
        if (dueNanos - System.nanoTime() > 0) {
            scheduled = true;
            connection.loop().at(dueNanos, () -> {
                scheduled = false;
                resume();
            });
            return;
        }
        switch (phase) {
            case HEAD -> head();
            case OPENING -> opening();
            default -> pieces();
        }
        if (!batch.isEmpty()) {
            String bytes = batch.toString();
            batch.setLength(0);
            connection.send(bytes);
        }
    }

    private void head() {
        switch (plan.fault()) {
            case HANG -> phase = Phase.HUNG;
            case STATUS, QUOTA ->
                reply(
                        plan.status(),
                        "application/json",
                        plan.wire().errorBody(plan.status(), plan.fault() == Fault.QUOTA));
            case HTML200 -> reply(200, "text/html", "<!DOCTYPE html><title>Sign in</title><p>Please sign in.</p>");
            case JSON200 -> reply(200, "application/json", plan.wire().errorBody(500, false));
            default -> {
                if (plan.streaming()) {
                    batch.append(STREAM_HEAD);
                    phase = Phase.OPENING;
                    dueNanos = plan.fault() == Fault.PINGS ? started : firstDue();
                } else {
                    whole();
                }
            }
        }
    }

    private void opening() {
        switch (plan.fault()) {
            case EMPTY200 -> last();
            case PINGS -> {
                chunk(plan.wire().ping());
                dueNanos = System.nanoTime() + plan.settings().nanos(Setting.PINGGAP);
            }
            case FIRSTERR -> {
                chunk(plan.wire().opening(plan) + plan.wire().errorEvent(plan));
                last();
            }
            default -> {
                chunk(plan.wire().opening(plan));
                phase = Phase.PIECES;
                pieces();
            }
        }
    }

    /** One piece if there is a gap between them, else as many as make a good write. */
    private void pieces() {
        boolean paced = plan.settings().on(Setting.GAP);
        do {
            if (plan.fault().halfway() && sent == plan.halfway()) {
                strike();
                return;
            }
            if (sent == plan.pieces().size()) {
                chunk(plan.wire().closing(plan, sent));
                last();
                return;
            }
            chunk(plan.wire().piece(plan, plan.piece(sent++)));
            counters.token();
            if (plan.fault() == Fault.BADJSON && sent == plan.halfway()) {
                chunk(plan.wire().malformedEvent());
            }
        } while (batch.length() < BATCH && (!paced || sent == plan.pieces().size()));
        dueNanos = firstDue() + sent * plan.settings().nanos(Setting.GAP) + jitter();
    }

    private void strike() {
        switch (plan.fault()) {
            case MIDERR -> {
                chunk(plan.wire().errorEvent(plan));
                last();
            }
            case CLEANCUT -> last();
            case MIDCUT -> phase = Phase.CUTTING;
            default -> phase = Phase.HUNG;
        }
    }

    /** An answer that does not stream; a fault halfway cuts it before its first byte. */
    private void whole() {
        switch (plan.fault()) {
            case HANGMID, PINGS -> phase = Phase.HUNG;
            case MIDCUT, CLEANCUT -> phase = Phase.CUTTING;
            case MIDERR, FIRSTERR -> reply(500, "application/json", plan.wire().errorBody(500, false));
            case EMPTY200 -> reply(200, "application/json", "");
            case BADJSON -> reply(200, "application/json", "{\"id\":");
            default -> {
                StringBuilder text = new StringBuilder();
                while (sent < plan.pieces().size()) {
                    text.append(plan.piece(sent++));
                    counters.token();
                }
                reply(200, "application/json", plan.wire().whole(plan, text.toString(), sent));
            }
        }
    }

    private void reply(int status, String type, String body) {
        batch.append(Http.response(status, type, body, status >= 400 ? IDS + Advice.headers(plan.settings()) : IDS));
        phase = Phase.DRAINING;
    }

    private void last() {
        batch.append(LAST_CHUNK);
        phase = Phase.DRAINING;
    }

    private void end() {
        phase = Phase.ENDED;
        if (plan.status() >= 400) {
            counters.refused();
        } else {
            counters.completed();
        }
        connection.end();
    }

    private void chunk(String events) {
        String text = plan.settings().on(Setting.CRLF) ? events.replace("\n", "\r\n") : events;
        batch.append(Integer.toHexString(Http.utf8Length(text))).append("\r\n");
        batch.append(text).append("\r\n");
    }

    private long jitter() {
        double jitter = plan.settings().get(Setting.JITTER);
        return jitter == 0 ? 0 : (long) ((Math.random() - 0.5) * 2e6 * jitter);
    }

    /** The client closed the connection while this was under way. */
    void clientGone() {
        phase = Phase.ENDED;
        counters.abandoned(plan.wire());
    }
}
