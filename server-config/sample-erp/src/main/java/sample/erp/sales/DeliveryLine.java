package sample.erp.sales;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** How much of an order's line went with a delivery. */
@Entity
@Table(name = "delivery_line")
public class DeliveryLine {

    @Id
    private long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Delivery delivery;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private SalesOrderLine orderLine;

    private int quantity;

    @SuppressWarnings("NullAway.Init")
    protected DeliveryLine() {}

    DeliveryLine(long id, Delivery delivery, SalesOrderLine orderLine, int quantity) {
        this.id = id;
        this.delivery = delivery;
        this.orderLine = orderLine;
        this.quantity = quantity;
    }

    public Delivery delivery() {
        return delivery;
    }

    public SalesOrderLine orderLine() {
        return orderLine;
    }

    public int quantity() {
        return quantity;
    }
}
