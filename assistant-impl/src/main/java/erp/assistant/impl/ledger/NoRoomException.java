package erp.assistant.impl.ledger;

import java.sql.SQLException;

/** Undoes a transaction because a budget has no room for what it wanted to hold, or has no row yet. */
final class NoRoomException extends SQLException {

    private static final long serialVersionUID = 1L;

    private final transient BudgetKey key;

    NoRoomException(BudgetKey key) {
        super("no room in " + key.words());
        this.key = key;
    }

    /** The first one in the order of locking. */
    BudgetKey key() {
        return key;
    }
}
