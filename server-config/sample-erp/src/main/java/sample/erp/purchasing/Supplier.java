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

    private @Nullable String contactName;
    private @Nullable String contactPhone;

    @Column(length = 2000)
    private @Nullable String note;

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

    /** Names whom to call. */
    public void contact(String name, String phone) {
        this.contactName = name;
        this.contactPhone = phone;
    }

    public void note(@Nullable String note) {
        this.note = note;
    }

    public @Nullable String contactName() {
        return contactName;
    }

    public @Nullable String contactPhone() {
        return contactPhone;
    }

    public @Nullable String note() {
        return note;
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
