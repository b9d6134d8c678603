package sample.erp.invoice;

/** Whether an invoice is paid. */
public enum InvoiceStatus {
    OPEN("Open"),
    OVERDUE("Overdue"),
    DISPUTED("Disputed"),
    PAID("Paid");

    private final String label;

    InvoiceStatus(String label) {
        this.label = label;
    }

    /** What the screens call it. */
    public String label() {
        return label;
    }
}
