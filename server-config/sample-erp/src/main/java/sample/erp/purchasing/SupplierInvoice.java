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

/** What a supplier asks for a purchase order. */
@Entity
@Table(name = "supplier_invoice")
public class SupplierInvoice {

    @Id
    private long id;

    @Column(length = 20)
    private String number;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private PurchaseOrder purchaseOrder;

    private LocalDate issuedOn;

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
