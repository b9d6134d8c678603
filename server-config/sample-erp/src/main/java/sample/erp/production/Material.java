package sample.erp.production;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import sample.erp.stock.Item;

/** What goes into a production order. */
@Entity
@Table(name = "production_material")
public class Material {

    @Id
    private long id;

    @ManyToOne(optional = false)
    private ProductionOrder productionOrder;

    private int position;

    @ManyToOne(optional = false)
    private Item item;

    private int needed;

    private int issued;

    @Column(precision = 12, scale = 2)
    private BigDecimal plannedCost;

    @Column(precision = 12, scale = 2)
    private BigDecimal actualCost;

    @SuppressWarnings("NullAway.Init")
    protected Material() {}

    public Material(
            long id,
            ProductionOrder productionOrder,
            int position,
            Item item,
            int needed,
            int issued,
            BigDecimal plannedCost,
            BigDecimal actualCost) {
        this.id = id;
        this.productionOrder = productionOrder;
        this.position = position;
        this.item = item;
        this.needed = needed;
        this.issued = issued;
        this.plannedCost = plannedCost;
        this.actualCost = actualCost;
    }

    public long id() {
        return id;
    }

    public ProductionOrder productionOrder() {
        return productionOrder;
    }

    public int position() {
        return position;
    }

    public Item item() {
        return item;
    }

    public int needed() {
        return needed;
    }

    public int issued() {
        return issued;
    }

    public BigDecimal plannedCost() {
        return plannedCost;
    }

    public BigDecimal actualCost() {
        return actualCost;
    }
}
