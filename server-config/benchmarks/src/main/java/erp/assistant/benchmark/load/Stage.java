package erp.assistant.benchmark.load;

import java.time.Duration;

/**
 * A span of load: so many clients that each ask again as soon as they are answered, or questions that arrive at a rate
 * whatever becomes of those before.
 *
 * @param clients how many are there at the end of the ramp; for a rate the most that may be open at a time; 0 if nobody asks
 * @param perSecond the rate, 0 for none
 * @param ramp over which the clients arrive, evenly
 * @param hold how long it goes on after that
 */
public record Stage(int clients, double perSecond, Duration ramp, Duration hold) {

    private static final int MOST_OPEN = 5_000;

    public Stage {
        if (clients < 0 || perSecond < 0 || ramp.isNegative() || hold.isNegative()) {
            throw new IllegalArgumentException(
                    "No stage of load: " + clients + " clients, " + perSecond + " a second.");
        }
    }

    public static Stage clients(int clients, Duration ramp, Duration hold) {
        return new Stage(clients, 0, ramp, hold);
    }

    public static Stage rate(double perSecond, Duration hold) {
        return new Stage(MOST_OPEN, perSecond, Duration.ZERO, hold);
    }

    /** Nobody asks; what is open goes on. */
    public static Stage quiet(Duration hold) {
        return new Stage(0, 0, Duration.ZERO, hold);
    }

    boolean asksAgain() {
        return clients > 0 && perSecond == 0;
    }

    boolean open() {
        return perSecond > 0;
    }

    /** How long after the stage's start a client is due, if there were some before. */
    long dueNanos(int before, int client) {
        return clients == before ? 0 : ramp.toNanos() / (clients - before) * (client - before);
    }
}
