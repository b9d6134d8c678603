package erp.assistant.impl.ledger;

import java.util.UUID;

/** The key of an attempt; the number counts from 1 within the call. */
record AttemptId(UUID call, int number) {
    AttemptId {
        if (number < 1) {
            throw new IllegalArgumentException("attempt number " + number + " must be at least 1");
        }
    }
}
