package sample.erp.purchasing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A frame contract with a supplier. */
@Entity
@Table(name = "supplier_contract")
public class SupplierContract {

    @Id
    private long id;

    @ManyToOne(optional = false)
    private Supplier supplier;

    @Column(length = 20)
    private String number;

    private String subject;

    private LocalDate endsOn;

    private int noticeDays;

    @Column(precision = 14, scale = 2)
    private BigDecimal yearlyValue;

    @SuppressWarnings("NullAway.Init")
    protected SupplierContract() {}

    public SupplierContract(
            long id,
            Supplier supplier,
            String number,
            String subject,
            LocalDate endsOn,
            int noticeDays,
            BigDecimal yearlyValue) {
        this.id = id;
        this.supplier = supplier;
        this.number = number;
        this.subject = subject;
        this.endsOn = endsOn;
        this.noticeDays = noticeDays;
        this.yearlyValue = yearlyValue;
    }

    public long id() {
        return id;
    }

    public Supplier supplier() {
        return supplier;
    }

    public String number() {
        return number;
    }

    public String subject() {
        return subject;
    }

    public LocalDate endsOn() {
        return endsOn;
    }

    /** Days before the end by which it must be cancelled. */
    public int noticeDays() {
        return noticeDays;
    }

    public BigDecimal yearlyValue() {
        return yearlyValue;
    }
}
