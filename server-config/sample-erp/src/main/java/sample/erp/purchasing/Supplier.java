package sample.erp.purchasing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import sample.erp.organisation.Organisation;

/** Somebody one of the companies buys from. */
@Entity
public class Supplier {

    @Id
    private long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Organisation organisation;

    @Column(length = 20)
    private String number;

    private String name;

    @Column(length = 2)
    private String country;

    /** No screen and no record shows it. */
    @Column(length = 34)
    private String iban;

    private @Nullable LocalDate bankChangedOn;

    @SuppressWarnings("NullAway.Init")
    protected Supplier() {}

    public Supplier(long id, Organisation organisation, String number, String name, String country, String iban) {
        this.id = id;
        this.organisation = organisation;
        this.number = number;
        this.name = name;
        this.country = country;
        this.iban = iban;
    }

    public void changeBank(String iban, LocalDate on) {
        this.iban = iban;
        this.bankChangedOn = on;
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

    public String country() {
        return country;
    }

    public String iban() {
        return iban;
    }

    public @Nullable LocalDate bankChangedOn() {
        return bankChangedOn;
    }
}
