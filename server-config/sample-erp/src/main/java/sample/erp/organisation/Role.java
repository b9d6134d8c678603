package sample.erp.organisation;

import java.util.EnumSet;
import java.util.Set;

/** What somebody does, and so which fields they see. Which rows they see is decided by their organisations. */
public enum Role {
    SALES(Sight.PRICES, Sight.CREDIT, Sight.INVOICES),
    ACCOUNTING(
            Sight.PRICES,
            Sight.CREDIT,
            Sight.INVOICES,
            Sight.COST,
            Sight.PURCHASING,
            Sight.PRODUCTION,
            Sight.PRODUCTION_COST,
            Sight.LEDGER,
            Sight.PAYMENTS),
    WAREHOUSE(),
    PURCHASING(Sight.PURCHASING),
    PLANNING(Sight.PRODUCTION),
    ADMIN(Sight.values());

    private enum Sight {
        PRICES,
        CREDIT,
        INVOICES,
        COST,
        PURCHASING,
        PRODUCTION,
        PRODUCTION_COST,
        LEDGER,
        PAYROLL,
        PAYMENTS
    }

    private final Set<Sight> sights;

    Role(Sight... sights) {
        this.sights = EnumSet.noneOf(Sight.class);
        this.sights.addAll(Set.of(sights));
    }

    /** Prices, amounts and discounts of sales orders. */
    public boolean seesPrices() {
        return sights.contains(Sight.PRICES);
    }

    /** Credit limit, exposure and overdue amounts. */
    public boolean seesCredit() {
        return sights.contains(Sight.CREDIT);
    }

    /** Customer invoices at all. */
    public boolean seesInvoices() {
        return sights.contains(Sight.INVOICES);
    }

    /** Unit cost, margin and the value of stock. */
    public boolean seesCost() {
        return sights.contains(Sight.COST);
    }

    /** Suppliers, purchase orders and supplier invoices, with their prices. */
    public boolean seesPurchasing() {
        return sights.contains(Sight.PURCHASING);
    }

    /** Production orders. */
    public boolean seesProduction() {
        return sights.contains(Sight.PRODUCTION);
    }

    /** What a production order was to cost and has cost. */
    public boolean seesProductionCost() {
        return sights.contains(Sight.PRODUCTION_COST);
    }

    /** The general ledger, but for restricted cost centres. */
    public boolean seesLedger() {
        return sights.contains(Sight.LEDGER);
    }

    /** Cost centres whose postings tell what people earn. */
    public boolean seesPayroll() {
        return sights.contains(Sight.PAYROLL);
    }

    /** Payment runs. */
    public boolean seesPayments() {
        return sights.contains(Sight.PAYMENTS);
    }
}
