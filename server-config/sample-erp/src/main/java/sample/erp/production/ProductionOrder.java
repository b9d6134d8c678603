package sample.erp.production;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sample.erp.organisation.Organisation;
import sample.erp.sales.SalesOrder;
import sample.erp.stock.Item;

/** Something that one of the companies makes. */
@Entity
@Table(name = "production_order")
public class ProductionOrder {

    /** How far it has come. */
    public enum Status {
        PLANNED("Planned"),
        RELEASED("Released"),
        IN_WORK("In work"),
        FINISHED("Finished");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        /** What the screens call it. */
        public String label() {
            return label;
        }
    }

    @Id
    private long id;

    @ManyToOne(optional = false)
    private Organisation organisation;

    @Column(length = 20)
    private String number;

    @ManyToOne(optional = false)
    private Item item;

    private int quantity;

    private int produced;

    private int scrapped;

    private int plannedScrap;

    @Enumerated(EnumType.STRING)
    @Column(length = 20)
    private Status status;

    private LocalDate plannedStart;

    private LocalDate dueOn;

    @ManyToOne(optional = true)
    private @Nullable SalesOrder salesOrder;

    private int lotSize;

    @Column(length = 2000)
    private @Nullable String note;

    @OneToMany(mappedBy = "productionOrder", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<Operation> operations = new ArrayList<>();

    @OneToMany(mappedBy = "productionOrder", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<Material> materials = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected ProductionOrder() {}

    public ProductionOrder(
            long id,
            Organisation organisation,
            String number,
            Item item,
            int quantity,
            int produced,
            int scrapped,
            int plannedScrap,
            Status status,
            LocalDate plannedStart,
            LocalDate dueOn,
            @Nullable SalesOrder salesOrder,
            int lotSize,
            @Nullable String note) {
        this.id = id;
        this.organisation = organisation;
        this.number = number;
        this.item = item;
        this.quantity = quantity;
        this.produced = produced;
        this.scrapped = scrapped;
        this.plannedScrap = plannedScrap;
        this.status = status;
        this.plannedStart = plannedStart;
        this.dueOn = dueOn;
        this.salesOrder = salesOrder;
        this.lotSize = lotSize;
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

    public Item item() {
        return item;
    }

    public int quantity() {
        return quantity;
    }

    public int produced() {
        return produced;
    }

    public int scrapped() {
        return scrapped;
    }

    public int plannedScrap() {
        return plannedScrap;
    }

    public Status status() {
        return status;
    }

    public LocalDate plannedStart() {
        return plannedStart;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public @Nullable SalesOrder salesOrder() {
        return salesOrder;
    }

    /** How many the plan makes in one go; a smaller order carries the same set-up. */
    public int lotSize() {
        return lotSize;
    }

    public @Nullable String note() {
        return note;
    }

    public List<Operation> operations() {
        return operations;
    }

    public void add(Operation row) {
        operations.add(row);
    }

    public List<Material> materials() {
        return materials;
    }

    public void add(Material row) {
        materials.add(row);
    }
}
