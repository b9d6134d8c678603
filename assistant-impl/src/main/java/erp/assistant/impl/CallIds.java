package erp.assistant.impl;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * Ids of calls: UUIDs of version 7 (RFC 9562, 5.7), which begin with the time. Rows of calls that follow each other are then beside each
 * other in every index of the ledger, so that a month of ten million calls is read from few pages; the other 74 bits nobody can guess.
 */
final class CallIds {

    private static final SecureRandom RANDOM = new SecureRandom();

    private CallIds() {}

    /** A new one, of this moment to the millisecond. */
    static UUID next(Instant now) {
        long version = 0x7000 | RANDOM.nextInt(0x1000);
        long variant = 0b10L << 62;
        return new UUID((now.toEpochMilli() << 16) | version, variant | (RANDOM.nextLong() >>> 2));
    }
}
