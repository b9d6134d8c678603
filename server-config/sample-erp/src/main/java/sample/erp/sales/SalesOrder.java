package sample.erp.sales;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sample.erp.customer.Customer;
import sample.erp.organisation.Organisation;

/** What a customer ordered. */
@Entity
@Table(name = "sales_order")
public class SalesOrder {

    @Id
    private long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Organisation organisation;

    @Column(length = 20)
    private String number;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Customer customer;

    private LocalDate orderedOn;
    private LocalDate requestedOn;
    private String salesPerson;

    @Column(length = 40)
    private String customerReference;

    @Column(length = 60)
    private String deliveryTerms;

    @Enumerated(EnumType.STRING)
    @Column(length = 30)
    private OrderStatus status;

    @Column(precision = 14, scale = 2)
    private BigDecimal netAmount;

    private @Nullable String blockRule;
    private @Nullable LocalDate blockedOn;
    private @Nullable String blockedBy;

    @Column(length = 2000)
    private @Nullable String note;

    private LocalDateTime changedAt;

    @Version
    private int version;

    @OneToMany(mappedBy = "salesOrder", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<SalesOrderLine> lines = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected SalesOrder() {}

    public SalesOrder(
            long id,
            String number,
            Customer customer,
            LocalDate orderedOn,
            LocalDate requestedOn,
            String salesPerson,
            String customerReference,
            String deliveryTerms) {
        this.id = id;
        this.organisation = customer.organisation();
        this.number = number;
        this.customer = customer;
        this.orderedOn = orderedOn;
        this.requestedOn = requestedOn;
        this.salesPerson = salesPerson;
        this.customerReference = customerReference;
        this.deliveryTerms = deliveryTerms;
        this.status = OrderStatus.OPEN;
        this.netAmount = BigDecimal.ZERO;
        this.changedAt = orderedOn.atTime(9, 0);
    }

    public void add(SalesOrderLine line) {
        lines.add(line);
        netAmount = netAmount.add(line.netAmount());
    }

    /** Sets the status that follows from what was delivered. */
    public void updateStatus(LocalDateTime at) {
        boolean all = lines.stream().allMatch(line -> line.open() == 0);
        boolean some = lines.stream().anyMatch(line -> line.delivered() > 0);
        status = all ? OrderStatus.DELIVERED : some ? OrderStatus.PARTIALLY_DELIVERED : OrderStatus.OPEN;
        changedAt = at;
    }

    public void cancel(LocalDateTime at) {
        status = OrderStatus.CANCELLED;
        changedAt = at;
    }

    /** Stops further deliveries until credit is cleared. */
    public void hold(String rule, String by, LocalDateTime at) {
        status = OrderStatus.CREDIT_HOLD;
        blockRule = rule;
        blockedOn = at.toLocalDate();
        blockedBy = by;
        changedAt = at;
    }

    /** Changes the note later on. */
    public void rewriteNote(@Nullable String note, LocalDateTime at) {
        this.note = note;
        this.changedAt = at;
    }

    public void note(String note) {
        this.note = note;
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

    public LocalDate orderedOn() {
        return orderedOn;
    }

    public LocalDate requestedOn() {
        return requestedOn;
    }

    public String salesPerson() {
        return salesPerson;
    }

    public String customerReference() {
        return customerReference;
    }

    public String deliveryTerms() {
        return deliveryTerms;
    }

    public OrderStatus status() {
        return status;
    }

    /** The sum of its lines in the organisation's currency, without tax. */
    public BigDecimal netAmount() {
        return netAmount;
    }

    public @Nullable String blockRule() {
        return blockRule;
    }

    public @Nullable LocalDate blockedOn() {
        return blockedOn;
    }

    public @Nullable String blockedBy() {
        return blockedBy;
    }

    public @Nullable String note() {
        return note;
    }

    public LocalDateTime changedAt() {
        return changedAt;
    }

    public int version() {
        return version;
    }

    public List<SalesOrderLine> lines() {
        return lines;
    }
}
