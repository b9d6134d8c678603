package erp.assistant.impl.config;

import java.util.Locale;

/**
 * Whose spending a budget bounds. In the order in which the ledger takes the budgets of one request: what fewest others wait for
 * comes first, what everybody shares last.
 */
public enum BudgetScope {
    /** A person, by login name. */
    USER,
    /** A record type such as {@code sales-order}, or one prepared question about it such as {@code sales-order.why-blocked}. */
    CAPABILITY,
    /** The department of the asker, as the ERP names it. */
    DEPARTMENT,
    /** The organisation that owns the record. */
    ORGANISATION,
    /** All together; its name is empty. */
    COMPANY;

    /** In the database and in the HTTP interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
