package sample.erp.purchasing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import sample.erp.stock.Item;

/** Pieces of a supplier that were found to be bad. */
@Entity
@Table(name = "quality_notice")
public class QualityNotice {

    @Id
    private long id;

    @ManyToOne(optional = false)
    private Supplier supplier;

    @ManyToOne(optional = false)
    private Item item;

    private LocalDate reportedOn;

    private int pieces;

    @Column(length = 500)
    private String text;

    private @Nullable LocalDate closedOn;

    @SuppressWarnings("NullAway.Init")
    protected QualityNotice() {}

    public QualityNotice(
            long id,
            Supplier supplier,
            Item item,
            LocalDate reportedOn,
            int pieces,
            String text,
            @Nullable LocalDate closedOn) {
        this.id = id;
        this.supplier = supplier;
        this.item = item;
        this.reportedOn = reportedOn;
        this.pieces = pieces;
        this.text = text;
        this.closedOn = closedOn;
    }

    public long id() {
        return id;
    }

    public Supplier supplier() {
        return supplier;
    }

    public Item item() {
        return item;
    }

    public LocalDate reportedOn() {
        return reportedOn;
    }

    public int pieces() {
        return pieces;
    }

    public String text() {
        return text;
    }

    public @Nullable LocalDate closedOn() {
        return closedOn;
    }
}
