package sample.erp.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;

/** Goods coming in or going out. */
@Entity
public class StockMovement {

    /** Why goods moved. */
    public enum Kind {
        OPENING,
        RECEIPT,
        ISSUE,
        COUNT_DIFFERENCE
    }

    @Id
    private long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Item item;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Warehouse warehouse;

    private LocalDate movedOn;

    @Enumerated(EnumType.STRING)
    @Column(length = 20)
    private Kind kind;

    private int quantity;

    @Column(length = 20)
    private String document;

    @SuppressWarnings("NullAway.Init")
    protected StockMovement() {}

    /**
     * @param quantity negative for goods that went out
     * @param document the number of the delivery, purchase order or count behind it
     */
    public StockMovement(
            long id, Item item, Warehouse warehouse, LocalDate movedOn, Kind kind, int quantity, String document) {
        this.id = id;
        this.item = item;
        this.warehouse = warehouse;
        this.movedOn = movedOn;
        this.kind = kind;
        this.quantity = quantity;
        this.document = document;
    }

    public Item item() {
        return item;
    }

    public Warehouse warehouse() {
        return warehouse;
    }

    public LocalDate movedOn() {
        return movedOn;
    }

    public Kind kind() {
        return kind;
    }

    public int quantity() {
        return quantity;
    }

    public String document() {
        return document;
    }
}
