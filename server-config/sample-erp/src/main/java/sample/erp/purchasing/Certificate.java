package sample.erp.purchasing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;

/** Something that a supplier has proved, until it expires. */
@Entity
public class Certificate {

    @Id
    private long id;

    @ManyToOne(optional = false)
    private Supplier supplier;

    private String name;

    private LocalDate expiresOn;

    @SuppressWarnings("NullAway.Init")
    protected Certificate() {}

    public Certificate(long id, Supplier supplier, String name, LocalDate expiresOn) {
        this.id = id;
        this.supplier = supplier;
        this.name = name;
        this.expiresOn = expiresOn;
    }

    public long id() {
        return id;
    }

    public Supplier supplier() {
        return supplier;
    }

    public String name() {
        return name;
    }

    public LocalDate expiresOn() {
        return expiresOn;
    }
}
