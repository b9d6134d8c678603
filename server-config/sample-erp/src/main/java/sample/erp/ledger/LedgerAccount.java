package sample.erp.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import sample.erp.organisation.Organisation;

/** An account of the general ledger. */
@Entity
@Table(name = "ledger_account")
public class LedgerAccount {

    @Id
    private long id;

    @ManyToOne(optional = false)
    private Organisation organisation;

    @Column(length = 20)
    private String number;

    private String name;

    @Column(length = 20)
    private String kind;

    @SuppressWarnings("NullAway.Init")
    protected LedgerAccount() {}

    public LedgerAccount(long id, Organisation organisation, String number, String name, String kind) {
        this.id = id;
        this.organisation = organisation;
        this.number = number;
        this.name = name;
        this.kind = kind;
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

    public String name() {
        return name;
    }

    public String kind() {
        return kind;
    }
}
