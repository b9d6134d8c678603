package sample.erp.stock;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** How much of an item lies in a warehouse: the sum of its movements. */
@Entity
public class StockLevel {

    @Id
    private long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Item item;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Warehouse warehouse;

    private int onHand;

    @SuppressWarnings("NullAway.Init")
    protected StockLevel() {}

    public StockLevel(long id, Item item, Warehouse warehouse, int onHand) {
        this.id = id;
        this.item = item;
        this.warehouse = warehouse;
        this.onHand = onHand;
    }

    public Item item() {
        return item;
    }

    public Warehouse warehouse() {
        return warehouse;
    }

    public int onHand() {
        return onHand;
    }
}
