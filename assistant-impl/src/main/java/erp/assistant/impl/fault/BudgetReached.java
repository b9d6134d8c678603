package erp.assistant.impl.fault;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A request that was not sent, because its upper bound had no room in a budget, or could not be known. No provider's fault: no
 * breaker counts it, and another provider may be cheaper.
 */
public final class BudgetReached extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<LocalDate> resetDate;

    private BudgetReached(String message, Optional<LocalDate> resetDate) {
        // It is no failure of the program, and may come hundreds of times a second: no stack trace.
        super(message, null, false, false);
        this.resetDate = resetDate;
    }

    /**
     * A budget has no room.
     *
     * @param budget in words, such as {@code the budget of department sales}
     * @param resetDate when it begins anew
     */
    public static BudgetReached noRoom(String budget, LocalDate resetDate) {
        return new BudgetReached("there is no room in " + budget + " before " + resetDate, Optional.of(resetDate));
    }

    /** Nobody knows what the model costs, and a budget must not be exceeded. */
    public static BudgetReached unpriced(String provider, String model) {
        return new BudgetReached(
                "model " + provider + "/" + model + " has no known price, and there is a budget", Optional.empty());
    }

    /** When the budget begins anew; empty if what is missing is a price. */
    public Optional<LocalDate> resetDate() {
        return resetDate;
    }
}
