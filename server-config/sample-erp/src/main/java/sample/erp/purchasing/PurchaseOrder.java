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
import sample.erp.organisation.Organisation;

/** What one of the companies ordered from a supplier. */
@Entity
@Table(name = "purchase_order")
public class PurchaseOrder {

    @Id
    private long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Organisation organisation;

    @Column(length = 20)
    private String number;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Supplier supplier;

    private LocalDate orderedOn;
    private String buyer;
    private String requester;

    @Column(length = 10)
    private String costCentre;

    private @Nullable String approvedBy;
    private @Nullable LocalDate approvedOn;

    @Column(length = 2000)
    private @Nullable String note;

    @OneToMany(mappedBy = "purchaseOrder", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<PurchaseOrderLine> lines = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected PurchaseOrder() {}

    public PurchaseOrder(long id, String number, Supplier supplier, LocalDate orderedOn, String buyer) {
        this.id = id;
        this.organisation = supplier.organisation();
        this.number = number;
        this.supplier = supplier;
        this.orderedOn = orderedOn;
        this.buyer = buyer;
        this.requester = buyer;
        this.costCentre = "";
    }

    /** Notes for whom it is bought. */
    public void request(String requester, String costCentre) {
        this.requester = requester;
        this.costCentre = costCentre;
    }

    public void approve(String by, LocalDate on) {
        this.approvedBy = by;
        this.approvedOn = on;
    }

    public void note(String note) {
        this.note = note;
    }

    public long id() {
        return id;
    }

    public void add(PurchaseOrderLine line) {
        lines.add(line);
    }

    public Organisation organisation() {
        return organisation;
    }

    public String number() {
        return number;
    }

    public Supplier supplier() {
        return supplier;
    }

    public LocalDate orderedOn() {
        return orderedOn;
    }

    public String buyer() {
        return buyer;
    }

    public String requester() {
        return requester;
    }

    /** The code of the cost centre that is charged. */
    public String costCentre() {
        return costCentre;
    }

    public @Nullable String approvedBy() {
        return approvedBy;
    }

    public @Nullable LocalDate approvedOn() {
        return approvedOn;
    }

    public @Nullable String note() {
        return note;
    }

    /** The sum of its lines in the organisation's currency, without tax. */
    public BigDecimal netAmount() {
        return lines.stream().map(PurchaseOrderLine::netAmount).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    public List<PurchaseOrderLine> lines() {
        return lines;
    }
}
