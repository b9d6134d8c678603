package sample.erp.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Somebody who works for one of the companies. */
@Entity
public class Employee {

    @Id
    private long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Organisation organisation;

    private String name;
    private String department;

    @SuppressWarnings("NullAway.Init")
    protected Employee() {}

    public Employee(long id, Organisation organisation, String name, String department) {
        this.id = id;
        this.organisation = organisation;
        this.name = name;
        this.department = department;
    }

    public long id() {
        return id;
    }

    public Organisation organisation() {
        return organisation;
    }

    public String name() {
        return name;
    }

    public String department() {
        return department;
    }
}
