package erp.assistant.benchmark.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * Browsers that ask one target, all on the thread that calls {@link #run}.
 *
 * <p>Streams go on from one stage into the next, so a staircase of load is one stage after the other; nobody reads between
 * two stages. Not thread-safe.
 */
public final class Load implements AutoCloseable {

    static final long SECOND = 1_000_000_000L;

    private static final int READ_BYTES = 256 * 1024;
    private static final long SWEEP = SECOND / 2;

    private record Pause(long until, Client client) implements Comparable<Pause> {
        @Override
        public int compareTo(Pause other) {
            return Long.signum(until - other.until);
        }
    }

    private final Ask ask;
    private final Expectation expectation;
    private final LoadWatcher watcher;
    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocate(READ_BYTES);
    private final List<Client> clients = new ArrayList<>();
    private final Deque<Client> idle = new ArrayDeque<>();
    private final Deque<Client> answered = new ArrayDeque<>();
    private final PriorityQueue<Pause> pausing = new PriorityQueue<>();

    private Tally tally = new Tally();
    private boolean keepAsking;
    private long numbers;

    public Load(Ask ask, Expectation expectation, LoadWatcher watcher) {
        this.ask = ask;
        this.expectation = expectation;
        this.watcher = watcher;
        try {
            this.selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("No selector for the load generator.", e);
        }
    }

    public Load(Ask ask, Expectation expectation) {
        this(ask, expectation, LoadWatcher.NONE);
    }

    Ask ask() {
        return ask;
    }

    Expectation expectation() {
        return expectation;
    }

    LoadWatcher watcher() {
        return watcher;
    }

    Selector selector() {
        return selector;
    }

    ByteBuffer buffer() {
        return buffer;
    }

    Tally tally() {
        return tally;
    }

    long nextNumber() {
        return numbers++;
    }

    /** How many questions are being answered now. */
    public int open() {
        return (int) clients.stream().filter(Client::asking).count();
    }

    /** Runs one stage to its end and tells what was seen in it. */
    public Tally run(Stage stage) {
        return run(stage, () -> false);
    }

    /**
     * The same, but ends when there is enough.
     *
     * @param enough asked in each turn of the loop
     */
    public Tally run(Stage stage, BooleanSupplier enough) {
        tally = new Tally();
        keepAsking = stage.asksAgain();
        int before = clients.size();
        long began = System.nanoTime();
        long end = began + stage.ramp().plus(stage.hold()).toNanos();
        long arrivals = 0;
        long sweep = began + SWEEP;
        try {
            for (long now = began; now < end && !enough.getAsBoolean(); now = System.nanoTime()) {
                if (stage.open()) {
                    for (long due; (due = began + (long) (arrivals * SECOND / stage.perSecond())) <= now; arrivals++) {
                        arrive(due, stage.clients());
                    }
                } else {
                    join(stage, before, began, now);
                }
                boolean soon = stage.open() || clients.size() < stage.clients() || !pausing.isEmpty();
                selector.select(key -> ((Client) key.attachment()).ready(key), soon ? 1 : 10);
                resume();
                if (now >= sweep) {
                    sweep = now + SWEEP;
                    giveUp(now);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The load generator's selector failed.", e);
        }
        tally.took(System.nanoTime() - began);
        countStarved();
        return tally;
    }

    private void join(Stage stage, int before, long began, long now) {
        while (clients.size() < stage.clients()) {
            long due = began + stage.dueNanos(before, clients.size());
            if (due > now) {
                return;
            }
            newClient().ask(due);
        }
    }

    private void arrive(long due, int most) {
        Client client = idle.poll();
        if (client != null) {
            client.ask(due);
        } else if (clients.size() < most) {
            newClient().ask(due);
        } else {
            tally.failed("too_many_open");
        }
    }

    private Client newClient() {
        Client client = new Client(this);
        clients.add(client);
        return client;
    }

    /** Called by a client whose question is over. */
    void ended(Client client, long pauseNanos) {
        if (!keepAsking) {
            idle.add(client);
        } else if (pauseNanos > 0) {
            pausing.add(new Pause(System.nanoTime() + pauseNanos, client));
        } else {
            answered.add(client);
        }
    }

    private void resume() {
        long now = System.nanoTime();
        for (Client client = answered.poll(); client != null; client = answered.poll()) {
            client.ask(now);
        }
        for (Pause next = pausing.peek(); next != null && next.until() <= now; next = pausing.peek()) {
            pausing.remove();
            next.client().ask(next.until());
        }
    }

    private void giveUp(long now) {
        long limit = now - expectation.patience().toNanos();
        for (Client client : clients) {
            if (client.asking() && client.due() < limit) {
                client.fail(client.waitsForFirstToken() ? "no_token" : "unfinished");
            }
        }
    }

    private void countStarved() {
        long now = System.nanoTime();
        for (Client client : clients) {
            if (client.waitsForFirstToken()
                    && now - client.due() > expectation.firstTokenWithin().toNanos()) {
                tally.starved((now - client.due()) / 1000);
            }
        }
    }

    /** Hangs up everywhere. */
    @Override
    public void close() {
        clients.forEach(Client::drop);
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
