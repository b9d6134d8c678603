package sample.erp.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;

/** Something the group buys, makes or sells. Items are shared by all its companies. */
@Entity
public class Item {

    @Id
    private long id;

    @Column(length = 20, unique = true)
    private String number;

    private String name;

    @Column(length = 10)
    private String unit;

    @Column(precision = 12, scale = 2)
    private BigDecimal unitCost;

    private int leadTimeDays;
    private int safetyStock;

    @SuppressWarnings("NullAway.Init")
    protected Item() {}

    /** @param unitCost in EUR */
    public Item(
            long id, String number, String name, String unit, BigDecimal unitCost, int leadTimeDays, int safetyStock) {
        this.id = id;
        this.number = number;
        this.name = name;
        this.unit = unit;
        this.unitCost = unitCost;
        this.leadTimeDays = leadTimeDays;
        this.safetyStock = safetyStock;
    }

    public long id() {
        return id;
    }

    public String number() {
        return number;
    }

    public String name() {
        return name;
    }

    public String unit() {
        return unit;
    }

    public BigDecimal unitCost() {
        return unitCost;
    }

    public int leadTimeDays() {
        return leadTimeDays;
    }

    public int safetyStock() {
        return safetyStock;
    }
}
