package sample.erp.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import sample.erp.organisation.Organisation;

/** A part of a company that costs are charged to. */
@Entity
@Table(name = "cost_centre")
public class CostCentre {

    @Id
    private long id;

    @ManyToOne(optional = false)
    private Organisation organisation;

    @Column(length = 10)
    private String code;

    private String name;

    private boolean restricted;

    @SuppressWarnings("NullAway.Init")
    protected CostCentre() {}

    public CostCentre(long id, Organisation organisation, String code, String name, boolean restricted) {
        this.id = id;
        this.organisation = organisation;
        this.code = code;
        this.name = name;
        this.restricted = restricted;
    }

    public long id() {
        return id;
    }

    public Organisation organisation() {
        return organisation;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    /** Whether its postings tell what people earn. */
    public boolean restricted() {
        return restricted;
    }
}
