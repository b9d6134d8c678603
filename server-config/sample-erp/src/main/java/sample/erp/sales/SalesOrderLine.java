package sample.erp.sales;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import sample.erp.stock.Item;
import sample.erp.stock.Warehouse;

/** One item of an order: how much, at what price, promised for when. */
@Entity
@Table(name = "sales_order_line")
public class SalesOrderLine {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    @Id
    private long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private SalesOrder salesOrder;

    private int position;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Item item;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Warehouse warehouse;

    private int quantity;
    private int delivered;

    @Column(precision = 12, scale = 2)
    private BigDecimal listPrice;

    @Column(precision = 5, scale = 2)
    private BigDecimal discountPercent;

    @Column(precision = 12, scale = 2)
    private BigDecimal netPrice;

    @Column(precision = 12, scale = 2)
    private BigDecimal unitCost;

    private LocalDate promisedOn;

    @SuppressWarnings("NullAway.Init")
    protected SalesOrderLine() {}

    /** @param terms prices in the organisation's currency */
    public SalesOrderLine(
            long id,
            SalesOrder salesOrder,
            int position,
            Item item,
            Warehouse warehouse,
            int quantity,
            Terms terms,
            LocalDate promisedOn) {
        this.id = id;
        this.salesOrder = salesOrder;
        this.position = position;
        this.item = item;
        this.warehouse = warehouse;
        this.quantity = quantity;
        this.listPrice = terms.listPrice();
        this.discountPercent = terms.discountPercent();
        this.netPrice = terms.netPrice();
        this.unitCost = terms.unitCost();
        this.promisedOn = promisedOn;
    }

    /** What a piece costs the customer and the company. */
    public record Terms(BigDecimal listPrice, BigDecimal discountPercent, BigDecimal unitCost) {

        BigDecimal netPrice() {
            return listPrice.multiply(HUNDRED.subtract(discountPercent)).divide(HUNDRED, 2, RoundingMode.HALF_UP);
        }
    }

    /** Notes a delivery. */
    public void deliver(int count) {
        if (count < 0 || count > open()) {
            throw new IllegalArgumentException(
                    "line " + position + ": " + count + " delivered, but " + open() + " are open");
        }
        delivered += count;
    }

    public long id() {
        return id;
    }

    public SalesOrder salesOrder() {
        return salesOrder;
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

    public int delivered() {
        return delivered;
    }

    /** How many are still to be delivered. */
    public int open() {
        return quantity - delivered;
    }

    public BigDecimal listPrice() {
        return listPrice;
    }

    public BigDecimal discountPercent() {
        return discountPercent;
    }

    public BigDecimal netPrice() {
        return netPrice;
    }

    public BigDecimal netAmount() {
        return netPrice.multiply(BigDecimal.valueOf(quantity));
    }

    public BigDecimal cost() {
        return unitCost.multiply(BigDecimal.valueOf(quantity));
    }

    public BigDecimal unitCost() {
        return unitCost;
    }

    public LocalDate promisedOn() {
        return promisedOn;
    }

    /** Whether something of it should have been delivered before this day. */
    public boolean isLate(LocalDate today) {
        return salesOrder.status().isOpen() && open() > 0 && promisedOn.isBefore(today);
    }
}
