package sample.erp.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import sample.erp.organisation.Organisation;

/** Somebody who buys from one of the companies. */
@Entity
public class Customer {

    @Id
    private long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Organisation organisation;

    @Column(length = 20)
    private String number;

    private String name;
    private String street;

    @Column(length = 12)
    private String postcode;

    private String city;

    @Column(length = 2)
    private String country;

    @Column(length = 2)
    private String language;

    private String contactName;
    private String contactPhone;
    private String contactEmail;

    /** Bank account for refunds. No screen and no record shows it. */
    @Column(length = 34)
    private String iban;

    private String accountManager;

    @Column(precision = 14, scale = 2)
    private BigDecimal creditLimit;

    private int paymentTermsDays;
    private LocalDate customerSince;

    @Column(length = 2000)
    private @Nullable String note;

    private LocalDateTime changedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Customer() {}

    public Customer(long id, Organisation organisation, String number, String name, Address address, Contact contact) {
        this.id = id;
        this.organisation = organisation;
        this.number = number;
        this.name = name;
        this.street = address.street();
        this.postcode = address.postcode();
        this.city = address.city();
        this.country = address.country();
        this.language = address.language();
        this.contactName = contact.name();
        this.contactPhone = contact.phone();
        this.contactEmail = contact.email();
        this.iban = "";
        this.accountManager = "";
        this.creditLimit = BigDecimal.ZERO;
        this.paymentTermsDays = 30;
        this.customerSince = LocalDate.EPOCH;
        this.changedAt = LocalDateTime.MIN;
    }

    /** Where a customer is, and the language of letters to them (ISO 639-1). */
    public record Address(String street, String postcode, String city, String country, String language) {}

    /** Whom to talk to. */
    public record Contact(String name, String phone, String email) {}

    public void agreeTerms(int paymentTermsDays, String accountManager, LocalDate customerSince, String iban) {
        this.paymentTermsDays = paymentTermsDays;
        this.accountManager = accountManager;
        this.customerSince = customerSince;
        this.iban = iban;
    }

    public void grantCredit(BigDecimal creditLimit, LocalDateTime at) {
        this.creditLimit = creditLimit;
        this.changedAt = at;
    }

    /** Changes the note later on. */
    public void rewriteNote(@Nullable String note, LocalDateTime at) {
        this.note = note;
        this.changedAt = at;
    }

    public void note(String note) {
        this.note = note;
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

    public Address address() {
        return new Address(street, postcode, city, country, language);
    }

    public Contact contact() {
        return new Contact(contactName, contactPhone, contactEmail);
    }

    public String iban() {
        return iban;
    }

    public String accountManager() {
        return accountManager;
    }

    public BigDecimal creditLimit() {
        return creditLimit;
    }

    public int paymentTermsDays() {
        return paymentTermsDays;
    }

    public LocalDate customerSince() {
        return customerSince;
    }

    public @Nullable String note() {
        return note;
    }

    public LocalDateTime changedAt() {
        return changedAt;
    }

    public int version() {
        return version;
    }
}
