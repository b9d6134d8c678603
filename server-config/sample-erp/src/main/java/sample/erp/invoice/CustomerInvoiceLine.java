package sample.erp.invoice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import sample.erp.stock.Item;

/** One item of an invoice. */
@Entity
@Table(name = "customer_invoice_line")
public class CustomerInvoiceLine {

    @Id
    private long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private CustomerInvoice invoice;

    private int position;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Item item;

    private int quantity;

    @Column(precision = 12, scale = 2)
    private BigDecimal netPrice;

    @SuppressWarnings("NullAway.Init")
    protected CustomerInvoiceLine() {}

    public CustomerInvoiceLine(
            long id, CustomerInvoice invoice, int position, Item item, int quantity, BigDecimal netPrice) {
        this.id = id;
        this.invoice = invoice;
        this.position = position;
        this.item = item;
        this.quantity = quantity;
        this.netPrice = netPrice;
    }

    public CustomerInvoice invoice() {
        return invoice;
    }

    public int position() {
        return position;
    }

    public Item item() {
        return item;
    }

    public int quantity() {
        return quantity;
    }

    public BigDecimal netPrice() {
        return netPrice;
    }

    public BigDecimal amount() {
        return netPrice.multiply(BigDecimal.valueOf(quantity));
    }
}
