package sample.erp.invoice;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sample.erp.customer.Customer;
import sample.erp.organisation.Organisation;
import sample.erp.sales.SalesOrder;

/** What a customer owes for delivered goods. */
@Entity
@Table(name = "customer_invoice")
public class CustomerInvoice {

    @Id
    private long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Organisation organisation;

    @Column(length = 20)
    private String number;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Customer customer;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable SalesOrder salesOrder;

    private LocalDate issuedOn;
    private LocalDate dueOn;

    @Column(precision = 14, scale = 2)
    private BigDecimal netAmount;

    @Column(precision = 4, scale = 1)
    private BigDecimal taxPercent;

    @Column(precision = 14, scale = 2)
    private BigDecimal grossAmount;

    @Column(precision = 14, scale = 2)
    private BigDecimal paidAmount;

    private int dunningLevel;
    private @Nullable LocalDate dunnedOn;
    private @Nullable LocalDate promisedPaymentOn;

    @Column(length = 500)
    private @Nullable String dispute;

    private LocalDateTime changedAt;

    @Version
    private int version;

    @OneToMany(mappedBy = "invoice", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<CustomerInvoiceLine> lines = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected CustomerInvoice() {}

    public CustomerInvoice(
            long id,
            String number,
            Customer customer,
            @Nullable SalesOrder salesOrder,
            LocalDate issuedOn,
            BigDecimal taxPercent) {
        this.id = id;
        this.organisation = customer.organisation();
        this.number = number;
        this.customer = customer;
        this.salesOrder = salesOrder;
        this.issuedOn = issuedOn;
        this.dueOn = issuedOn.plusDays(customer.paymentTermsDays());
        this.taxPercent = taxPercent;
        this.netAmount = BigDecimal.ZERO;
        this.grossAmount = BigDecimal.ZERO;
        this.paidAmount = BigDecimal.ZERO;
        this.changedAt = issuedOn.atTime(16, 0);
    }

    public void add(CustomerInvoiceLine line) {
        lines.add(line);
        netAmount = netAmount.add(line.amount());
        BigDecimal factor = BigDecimal.ONE.add(taxPercent.movePointLeft(2));
        grossAmount = netAmount.multiply(factor).setScale(2, RoundingMode.HALF_UP);
    }

    /** Notes money that came in. */
    public void pay(Payment payment) {
        paidAmount = paidAmount.add(payment.amount());
        touch(payment.paidOn());
    }

    public void dun(int level, LocalDate on) {
        dunningLevel = level;
        dunnedOn = on;
        touch(on);
    }

    public void promisePayment(LocalDate by, LocalDate promisedOn) {
        promisedPaymentOn = by;
        touch(promisedOn);
    }

    /** Notes why the customer does not want to pay. A disputed invoice is not dunned. */
    public void dispute(String reason, LocalDate on) {
        dispute = reason;
        touch(on);
    }

    private void touch(LocalDate on) {
        if (on.atTime(10, 0).isAfter(changedAt)) {
            changedAt = on.atTime(10, 0);
        }
    }

    public long id() {
        return id;
    }

    public Organisation organisation() {
        return organisation;
    }

    public String number() {
        return number;
    }

    public Customer customer() {
        return customer;
    }

    public @Nullable SalesOrder salesOrder() {
        return salesOrder;
    }

    public LocalDate issuedOn() {
        return issuedOn;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public BigDecimal netAmount() {
        return netAmount;
    }

    public BigDecimal taxPercent() {
        return taxPercent;
    }

    public BigDecimal grossAmount() {
        return grossAmount;
    }

    public BigDecimal paidAmount() {
        return paidAmount;
    }

    public BigDecimal openAmount() {
        return grossAmount.subtract(paidAmount);
    }

    /** 0 if never dunned, up to 3. */
    public int dunningLevel() {
        return dunningLevel;
    }

    public @Nullable LocalDate dunnedOn() {
        return dunnedOn;
    }

    public @Nullable LocalDate promisedPaymentOn() {
        return promisedPaymentOn;
    }

    public @Nullable String dispute() {
        return dispute;
    }

    public LocalDateTime changedAt() {
        return changedAt;
    }

    public int version() {
        return version;
    }

    public List<CustomerInvoiceLine> lines() {
        return lines;
    }
}
