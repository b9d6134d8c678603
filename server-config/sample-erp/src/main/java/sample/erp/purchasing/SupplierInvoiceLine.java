package sample.erp.purchasing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** What a supplier asks for one line of a purchase order. */
@Entity
@Table(name = "supplier_invoice_line")
public class SupplierInvoiceLine {

    @Id
    private long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private SupplierInvoice invoice;

    private int position;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private PurchaseOrderLine orderLine;

    private int quantity;

    @Column(precision = 12, scale = 2)
    private BigDecimal price;

    @SuppressWarnings("NullAway.Init")
    protected SupplierInvoiceLine() {}

    public SupplierInvoiceLine(
            long id,
            SupplierInvoice invoice,
            int position,
            PurchaseOrderLine orderLine,
            int quantity,
            BigDecimal price) {
        this.id = id;
        this.invoice = invoice;
        this.position = position;
        this.orderLine = orderLine;
        this.quantity = quantity;
        this.price = price;
    }

    public SupplierInvoice invoice() {
        return invoice;
    }

    public int position() {
        return position;
    }

    public PurchaseOrderLine orderLine() {
        return orderLine;
    }

    public int quantity() {
        return quantity;
    }

    /** What the whole line is charged at. */
    public BigDecimal netAmount() {
        return price.multiply(BigDecimal.valueOf(quantity));
    }

    public BigDecimal price() {
        return price;
    }

    /** How far the price lies above the ordered one per piece; negative if below. */
    public BigDecimal priceVariance() {
        return price.subtract(orderLine.price());
    }

    /** How many more are charged than were received; negative if fewer. */
    public int quantityVariance() {
        return quantity - orderLine.received();
    }
}
