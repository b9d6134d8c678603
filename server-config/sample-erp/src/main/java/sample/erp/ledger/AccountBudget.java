package sample.erp.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What may be posted to an account by a cost centre in a month. */
@Entity
@Table(name = "account_budget")
public class AccountBudget {

    @Id
    private long id;

    @ManyToOne(optional = false)
    private LedgerAccount account;

    @ManyToOne(optional = false)
    private CostCentre costCentre;

    private LocalDate firstDay;

    @Column(precision = 14, scale = 2)
    private BigDecimal amount;

    @SuppressWarnings("NullAway.Init")
    protected AccountBudget() {}

    public AccountBudget(long id, LedgerAccount account, CostCentre costCentre, LocalDate firstDay, BigDecimal amount) {
        this.id = id;
        this.account = account;
        this.costCentre = costCentre;
        this.firstDay = firstDay;
        this.amount = amount;
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

    /** The first day of the month. */
    public LocalDate firstDay() {
        return firstDay;
    }

    public BigDecimal amount() {
        return amount;
    }
}
