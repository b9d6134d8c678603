package sample.erp.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.util.Currency;

/** A company of the group. It owns its documents and keeps its own number ranges. */
@Entity
public class Organisation {

    @Id
    @Column(length = 2)
    private String code;

    private String name;
    private String city;

    @Column(length = 2)
    private String country;

    @Column(length = 3)
    private String currencyCode;

    @Column(precision = 4, scale = 1)
    private BigDecimal taxPercent;

    @SuppressWarnings("NullAway.Init")
    protected Organisation() {}

    public Organisation(
            String code, String name, String city, String country, String currencyCode, BigDecimal taxPercent) {
        this.code = code;
        this.name = name;
        this.city = city;
        this.country = country;
        this.currencyCode = currencyCode;
        this.taxPercent = taxPercent;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public String city() {
        return city;
    }

    public String country() {
        return country;
    }

    public Currency currency() {
        return Currency.getInstance(currencyCode);
    }

    /** The domestic rate of value added tax, in percent. */
    public BigDecimal taxPercent() {
        return taxPercent;
    }
}
