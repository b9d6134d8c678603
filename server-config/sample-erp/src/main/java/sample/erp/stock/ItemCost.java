package sample.erp.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What a piece of an item is valued at from a day on, in EUR. */
@Entity
@Table(name = "item_cost")
public class ItemCost {

    @Id
    private long id;

    @ManyToOne(optional = false)
    private Item item;

    private LocalDate validFrom;

    @Column(precision = 12, scale = 2)
    private BigDecimal cost;

    @SuppressWarnings("NullAway.Init")
    protected ItemCost() {}

    public ItemCost(long id, Item item, LocalDate validFrom, BigDecimal cost) {
        this.id = id;
        this.item = item;
        this.validFrom = validFrom;
        this.cost = cost;
    }

    public long id() {
        return id;
    }

    public Item item() {
        return item;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public BigDecimal cost() {
        return cost;
    }
}
