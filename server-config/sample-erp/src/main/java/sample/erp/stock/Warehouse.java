package sample.erp.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import sample.erp.organisation.Organisation;

/** A place where stock is kept. */
@Entity
public class Warehouse {

    @Id
    @Column(length = 10)
    private String code;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Organisation organisation;

    private String name;

    @SuppressWarnings("NullAway.Init")
    protected Warehouse() {}

    public Warehouse(String code, Organisation organisation, String name) {
        this.code = code;
        this.organisation = organisation;
        this.name = name;
    }

    public String code() {
        return code;
    }

    public Organisation organisation() {
        return organisation;
    }

    public String name() {
        return name;
    }
}
