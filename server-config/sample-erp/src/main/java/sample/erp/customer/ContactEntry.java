package sample.erp.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A call, letter or visit, and what came of it. */
@Entity
public class ContactEntry {

    @Id
    private long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Customer customer;

    @Column(length = 20)
    private @Nullable String invoiceNumber;

    private LocalDate contactedOn;

    @Column(length = 20)
    private String channel;

    @Column(length = 1000)
    private String summary;

    private String employee;

    @SuppressWarnings("NullAway.Init")
    protected ContactEntry() {}

    /** @param invoiceNumber the invoice it was about, if any */
    public ContactEntry(
            long id,
            Customer customer,
            @Nullable String invoiceNumber,
            LocalDate contactedOn,
            String channel,
            String summary,
            String employee) {
        this.id = id;
        this.customer = customer;
        this.invoiceNumber = invoiceNumber;
        this.contactedOn = contactedOn;
        this.channel = channel;
        this.summary = summary;
        this.employee = employee;
    }

    public long id() {
        return id;
    }

    public Customer customer() {
        return customer;
    }

    public @Nullable String invoiceNumber() {
        return invoiceNumber;
    }

    public LocalDate contactedOn() {
        return contactedOn;
    }

    public String channel() {
        return channel;
    }

    public String summary() {
        return summary;
    }

    public String employee() {
        return employee;
    }
}
