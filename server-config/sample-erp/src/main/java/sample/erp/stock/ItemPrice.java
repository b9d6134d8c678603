package sample.erp.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The list price of an item in one currency from a day on. */
@Entity
public class ItemPrice {

    @Id
    private long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Item item;

    @Column(length = 3)
    private String currencyCode;

    private LocalDate validFrom;

    @Column(precision = 12, scale = 2)
    private BigDecimal price;

    @SuppressWarnings("NullAway.Init")
    protected ItemPrice() {}

    public ItemPrice(long id, Item item, String currencyCode, LocalDate validFrom, BigDecimal price) {
        this.id = id;
        this.item = item;
        this.currencyCode = currencyCode;
        this.validFrom = validFrom;
        this.price = price;
    }

    public Item item() {
        return item;
    }

    public String currencyCode() {
        return currencyCode;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public BigDecimal price() {
        return price;
    }
}
