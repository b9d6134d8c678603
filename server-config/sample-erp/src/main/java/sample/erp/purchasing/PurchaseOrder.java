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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

    public List<PurchaseOrderLine> lines() {
        return lines;
    }
}
