package erp.assistant.impl;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.impl.sql.GuardedDataSource;
import erp.assistant.report.LedgerState;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** Lets nobody in who would only wait, perhaps for minutes, until the file of the embedded ledger is tidied. */
@Singleton
class LedgerGate implements LedgerState {

    /** A small file is tidied by then; longer would look to a person as if nothing happened. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration UNTIL_IT_MAY_BE_DONE = Duration.ofSeconds(15);

    private final Predicate<Duration> opens;

    @Inject
    LedgerGate(GuardedDataSource database) {
        this(database::awaitOpen);
    }

    /** @param opens whether the ledger can be used within so long */
    LedgerGate(Predicate<Duration> opens) {
        this.opens = opens;
    }

    /** @throws AssistantException {@code OVERLOADED} if the ledger cannot be used now */
    void check() {
        if (!opens.test(PATIENCE)) {
            throw new AssistantException(new Problem(
                    Problem.Code.OVERLOADED,
                    "The assistant is tidying its ledger. Please try again in a moment.",
                    Optional.of(UNTIL_IT_MAY_BE_DONE),
                    Optional.empty()));
        }
    }

    @Override
    public boolean available() {
        return opens.test(Duration.ZERO);
    }
}
