package sample.erp.purchasing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import sample.erp.stock.Item;
import sample.erp.stock.Warehouse;

/** One item of a purchase order. */
@Entity
@Table(name = "purchase_order_line")
public class PurchaseOrderLine {

    @Id
    private long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private PurchaseOrder purchaseOrder;

    private int position;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Item item;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Warehouse warehouse;

    private int quantity;
    private int received;

    @Column(precision = 12, scale = 2)
    private BigDecimal price;

    private LocalDate requestedOn;
    private @Nullable LocalDate confirmedOn;
    private @Nullable LocalDate receivedOn;

    @SuppressWarnings("NullAway.Init")
    protected PurchaseOrderLine() {}

    /** @param confirmedOn the day the supplier confirmed, or {@code null} if they have not answered */
    public PurchaseOrderLine(
            long id,
            PurchaseOrder purchaseOrder,
            int position,
            Item item,
            Warehouse warehouse,
            int quantity,
            BigDecimal price,
            LocalDate requestedOn,
            @Nullable LocalDate confirmedOn) {
        this.id = id;
        this.purchaseOrder = purchaseOrder;
        this.position = position;
        this.item = item;
        this.warehouse = warehouse;
        this.quantity = quantity;
        this.price = price;
        this.requestedOn = requestedOn;
        this.confirmedOn = confirmedOn;
    }

    /** Notes goods that came in. */
    public void receive(int count, LocalDate on) {
        if (count < 0 || count > open()) {
            throw new IllegalArgumentException(
                    "line " + position + ": " + count + " received, but " + open() + " are open");
        }
        received += count;
        receivedOn = on;
    }

    public long id() {
        return id;
    }

    public PurchaseOrder purchaseOrder() {
        return purchaseOrder;
    }

    public int position() {
        return position;
    }

    public Item item() {
        return item;
    }

    public Warehouse warehouse() {
        return warehouse;
    }

    public int quantity() {
        return quantity;
    }

    public int received() {
        return received;
    }

    public int open() {
        return quantity - received;
    }

    /** What the whole line costs. */
    public BigDecimal netAmount() {
        return price.multiply(BigDecimal.valueOf(quantity));
    }

    public BigDecimal price() {
        return price;
    }

    public LocalDate requestedOn() {
        return requestedOn;
    }

    /** The day of the latest receipt, or {@code null} if nothing came. */
    public @Nullable LocalDate receivedOn() {
        return receivedOn;
    }

    public @Nullable LocalDate confirmedOn() {
        return confirmedOn;
    }
}
