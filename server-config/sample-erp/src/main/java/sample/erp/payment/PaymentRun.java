package sample.erp.payment;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sample.erp.organisation.Organisation;

/** Supplier invoices that are to be paid together. */
@Entity
@Table(name = "payment_run")
public class PaymentRun {

    /** How far it has come. */
    public enum Status {
        PROPOSED("Proposed"),
        RELEASED("Released");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        /** What the screens call it. */
        public String label() {
            return label;
        }
    }

    @Id
    private long id;

    @ManyToOne(optional = false)
    private Organisation organisation;

    @Column(length = 20)
    private String number;

    private LocalDate plannedOn;

    private String createdBy;

    private LocalDateTime changedAt;

    private @Nullable String releasedBy;

    @OneToMany(mappedBy = "run", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<PaymentItem> items = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected PaymentRun() {}

    public PaymentRun(
            long id,
            Organisation organisation,
            String number,
            LocalDate plannedOn,
            String createdBy,
            LocalDateTime changedAt,
            @Nullable String releasedBy) {
        this.id = id;
        this.organisation = organisation;
        this.number = number;
        this.plannedOn = plannedOn;
        this.createdBy = createdBy;
        this.changedAt = changedAt;
        this.releasedBy = releasedBy;
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

    public LocalDate plannedOn() {
        return plannedOn;
    }

    public String createdBy() {
        return createdBy;
    }

    public LocalDateTime changedAt() {
        return changedAt;
    }

    public @Nullable String releasedBy() {
        return releasedBy;
    }

    public List<PaymentItem> items() {
        return items;
    }

    public Status status() {
        return releasedBy == null ? Status.PROPOSED : Status.RELEASED;
    }

    /** The invoices that are paid with it. */
    public List<PaymentItem> paid() {
        return items.stream().filter(item -> item.blockedBecause() == null).toList();
    }

    /** The invoices that stay unpaid although they were chosen. */
    public List<PaymentItem> blocked() {
        return items.stream().filter(item -> item.blockedBecause() != null).toList();
    }

    /** What is paid, in the currency of the company. */
    public BigDecimal amount() {
        return paid().stream()
                .map(item -> item.amount().subtract(item.discount()))
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    public void add(PaymentItem row) {
        items.add(row);
    }
}
