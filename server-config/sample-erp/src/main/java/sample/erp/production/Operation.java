package sample.erp.production;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One step of making something. */
@Entity
@Table(name = "production_operation")
public class Operation {

    @Id
    private long id;

    @ManyToOne(optional = false)
    private ProductionOrder productionOrder;

    private int position;

    private String name;

    @Column(length = 20)
    private String workCentre;

    @Column(precision = 8, scale = 2)
    private BigDecimal plannedHours;

    @Column(precision = 8, scale = 2)
    private BigDecimal actualHours;

    @Column(precision = 8, scale = 2)
    private BigDecimal hourRate;

    private @Nullable LocalDate freeFrom;

    private String operator;

    private boolean setUp;

    private boolean done;

    @SuppressWarnings("NullAway.Init")
    protected Operation() {}

    public Operation(
            long id,
            ProductionOrder productionOrder,
            int position,
            String name,
            String workCentre,
            BigDecimal plannedHours,
            BigDecimal actualHours,
            BigDecimal hourRate,
            @Nullable LocalDate freeFrom,
            String operator,
            boolean setUp,
            boolean done) {
        this.id = id;
        this.productionOrder = productionOrder;
        this.position = position;
        this.name = name;
        this.workCentre = workCentre;
        this.plannedHours = plannedHours;
        this.actualHours = actualHours;
        this.hourRate = hourRate;
        this.freeFrom = freeFrom;
        this.operator = operator;
        this.setUp = setUp;
        this.done = done;
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

    public String name() {
        return name;
    }

    public String workCentre() {
        return workCentre;
    }

    public BigDecimal plannedHours() {
        return plannedHours;
    }

    public BigDecimal actualHours() {
        return actualHours;
    }

    public BigDecimal hourRate() {
        return hourRate;
    }

    /** The first day on which the work centre has room for it, if it has not been done. */
    public @Nullable LocalDate freeFrom() {
        return freeFrom;
    }

    /** Who does it; shown to nobody but the planners and never sent. */
    public String operator() {
        return operator;
    }

    /** Whether it is done once for the whole lot. */
    public boolean setUp() {
        return setUp;
    }

    public boolean done() {
        return done;
    }
}
