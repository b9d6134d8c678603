package sample.erp.sales;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A discount that a customer asks for on one line of an order, on top of what the line has. */
@Entity
@Table(name = "price_request")
public class PriceRequest {

    @Id
    private long id;

    @ManyToOne(optional = false)
    private SalesOrder salesOrder;

    private int position;

    @Column(precision = 5, scale = 2)
    private BigDecimal percent;

    private LocalDate requestedOn;

    @SuppressWarnings("NullAway.Init")
    protected PriceRequest() {}

    public PriceRequest(long id, SalesOrder salesOrder, int position, BigDecimal percent, LocalDate requestedOn) {
        this.id = id;
        this.salesOrder = salesOrder;
        this.position = position;
        this.percent = percent;
        this.requestedOn = requestedOn;
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

    public BigDecimal percent() {
        return percent;
    }

    public LocalDate requestedOn() {
        return requestedOn;
    }
}
