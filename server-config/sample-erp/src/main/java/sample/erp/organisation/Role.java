package sample.erp.organisation;

/** What somebody does, and so which fields they see. Which rows they see is decided by their organisations. */
public enum Role {
    SALES,
    ACCOUNTING,
    WAREHOUSE,
    ADMIN;

    /** Prices, amounts and discounts of orders. */
    public boolean seesPrices() {
        return this != WAREHOUSE;
    }

    /** Credit limit, exposure and overdue amounts. */
    public boolean seesCredit() {
        return this != WAREHOUSE;
    }

    /** Customer invoices at all. */
    public boolean seesInvoices() {
        return this != WAREHOUSE;
    }

    /** Unit cost and margin. */
    public boolean seesCost() {
        return this == ACCOUNTING || this == ADMIN;
    }
}
