package sample.erp.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import sample.erp.purchasing.SupplierInvoice;

/** One invoice of a payment run. */
@Entity
@Table(name = "payment_item")
public class PaymentItem {

    @Id
    private long id;

    @ManyToOne(optional = false)
    private PaymentRun run;

    private int position;

    @ManyToOne(optional = false)
    private SupplierInvoice invoice;

    @Column(precision = 14, scale = 2)
    private BigDecimal amount;

    @Column(precision = 14, scale = 2)
    private BigDecimal discount;

    private @Nullable String blockedBecause;

    @SuppressWarnings("NullAway.Init")
    protected PaymentItem() {}

    public PaymentItem(
            long id,
            PaymentRun run,
            int position,
            SupplierInvoice invoice,
            BigDecimal amount,
            BigDecimal discount,
            @Nullable String blockedBecause) {
        this.id = id;
        this.run = run;
        this.position = position;
        this.invoice = invoice;
        this.amount = amount;
        this.discount = discount;
        this.blockedBecause = blockedBecause;
    }

    public long id() {
        return id;
    }

    public PaymentRun run() {
        return run;
    }

    public int position() {
        return position;
    }

    public SupplierInvoice invoice() {
        return invoice;
    }

    public BigDecimal amount() {
        return amount;
    }

    /** What is taken off for paying early. */
    public BigDecimal discount() {
        return discount;
    }

    /** Why it will not be paid with this run. */
    public @Nullable String blockedBecause() {
        return blockedBecause;
    }
}
