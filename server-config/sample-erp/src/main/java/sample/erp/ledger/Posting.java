package sample.erp.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.LocalDate;

/** An amount that was posted to an account. */
@Entity
public class Posting {

    @Id
    private long id;

    @ManyToOne(optional = false)
    private LedgerAccount account;

    @ManyToOne(optional = false)
    private CostCentre costCentre;

    private LocalDate postedOn;

    @Column(precision = 14, scale = 2)
    private BigDecimal amount;

    private String text;

    @Column(length = 20)
    private String document;

    private boolean recurring;

    @SuppressWarnings("NullAway.Init")
    protected Posting() {}

    public Posting(
            long id,
            LedgerAccount account,
            CostCentre costCentre,
            LocalDate postedOn,
            BigDecimal amount,
            String text,
            String document,
            boolean recurring) {
        this.id = id;
        this.account = account;
        this.costCentre = costCentre;
        this.postedOn = postedOn;
        this.amount = amount;
        this.text = text;
        this.document = document;
        this.recurring = recurring;
    }

    public long id() {
        return id;
    }

    public LedgerAccount account() {
        return account;
    }

    public CostCentre costCentre() {
        return costCentre;
    }

    public LocalDate postedOn() {
        return postedOn;
    }

    public BigDecimal amount() {
        return amount;
    }

    public String text() {
        return text;
    }

    public String document() {
        return document;
    }

    /** Whether it comes back every month or quarter. */
    public boolean recurring() {
        return recurring;
    }
}
