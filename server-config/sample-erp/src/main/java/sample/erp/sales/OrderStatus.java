package sample.erp.sales;

/** How far a sales order has come. */
public enum OrderStatus {
    OPEN("Open"),
    PARTIALLY_DELIVERED("Partially delivered"),
    CREDIT_HOLD("Credit hold"),
    DELIVERED("Delivered"),
    CANCELLED("Cancelled");

    private final String label;

    OrderStatus(String label) {
        this.label = label;
    }

    /** What the screens call it. */
    public String label() {
        return label;
    }

    /** Whether goods are still to be delivered. */
    public boolean isOpen() {
        return this == OPEN || this == PARTIALLY_DELIVERED || this == CREDIT_HOLD;
    }
}
