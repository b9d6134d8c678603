package sample.erp.sales;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Goods that left a warehouse for an order. */
@Entity
public class Delivery {

    @Id
    private long id;

    @Column(length = 20)
    private String number;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private SalesOrder salesOrder;

    private LocalDate shippedOn;

    @Column(length = 60)
    private String carrier;

    @OneToMany(mappedBy = "delivery", cascade = CascadeType.PERSIST)
    private List<DeliveryLine> lines = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Delivery() {}

    public Delivery(long id, String number, SalesOrder salesOrder, LocalDate shippedOn, String carrier) {
        this.id = id;
        this.number = number;
        this.salesOrder = salesOrder;
        this.shippedOn = shippedOn;
        this.carrier = carrier;
    }

    /** Adds goods and notes them on the order's line. */
    public void add(long lineId, SalesOrderLine orderLine, int quantity) {
        orderLine.deliver(quantity);
        lines.add(new DeliveryLine(lineId, this, orderLine, quantity));
    }

    public String number() {
        return number;
    }

    public SalesOrder salesOrder() {
        return salesOrder;
    }

    public LocalDate shippedOn() {
        return shippedOn;
    }

    public String carrier() {
        return carrier;
    }

    public List<DeliveryLine> lines() {
        return lines;
    }
}
