package sample.erp.purchasing;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a supplier asks for a purchase order. */
@Entity
@Table(name = "supplier_invoice")
public class SupplierInvoice {

    /** Days after issue until which the discount may be taken, and until which it must be paid. */
    private static final int DISCOUNT_DAYS = 10;

    private static final int TERMS_DAYS = 30;

    /** What may be taken off for paying early, in percent. */
    public static final BigDecimal DISCOUNT_PERCENT = new BigDecimal("2.0");

    @Id
    private long id;

    @Column(length = 20)
    private String number;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private PurchaseOrder purchaseOrder;

    private LocalDate issuedOn;
    private @Nullable LocalDate paidOn;

    @Column(length = 2000)
    private @Nullable String note;

    @OneToMany(mappedBy = "invoice", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<SupplierInvoiceLine> lines = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected SupplierInvoice() {}

    public SupplierInvoice(long id, String number, PurchaseOrder purchaseOrder, LocalDate issuedOn) {
        this.id = id;
        this.number = number;
        this.purchaseOrder = purchaseOrder;
        this.issuedOn = issuedOn;
    }

    public void add(SupplierInvoiceLine line) {
        lines.add(line);
    }

    public void pay(LocalDate on) {
        this.paidOn = on;
    }

    /** Keeps what the supplier wrote on the invoice. */
    public void note(String note) {
        this.note = note;
    }

    public long id() {
        return id;
    }

    public LocalDate dueOn() {
        return issuedOn.plusDays(TERMS_DAYS);
    }

    public LocalDate discountUntil() {
        return issuedOn.plusDays(DISCOUNT_DAYS);
    }

    public @Nullable LocalDate paidOn() {
        return paidOn;
    }

    public @Nullable String note() {
        return note;
    }

    /** What is charged, without tax. */
    public BigDecimal netAmount() {
        return lines.stream().map(SupplierInvoiceLine::netAmount).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    public String number() {
        return number;
    }

    public PurchaseOrder purchaseOrder() {
        return purchaseOrder;
    }

    public LocalDate issuedOn() {
        return issuedOn;
    }

    public List<SupplierInvoiceLine> lines() {
        return lines;
    }
}
