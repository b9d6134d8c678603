package sample.erp.invoice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Money that came in for an invoice. */
@Entity
public class Payment {

    @Id
    private long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private CustomerInvoice invoice;

    private LocalDate paidOn;

    @Column(precision = 14, scale = 2)
    private BigDecimal amount;

    @SuppressWarnings("NullAway.Init")
    protected Payment() {}

    public Payment(long id, CustomerInvoice invoice, LocalDate paidOn, BigDecimal amount) {
        this.id = id;
        this.invoice = invoice;
        this.paidOn = paidOn;
        this.amount = amount;
    }

    public long id() {
        return id;
    }

    public CustomerInvoice invoice() {
        return invoice;
    }

    public LocalDate paidOn() {
        return paidOn;
    }

    public BigDecimal amount() {
        return amount;
    }
}
