package erp.assistant.record.annotated;

import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.RecordSource;
import erp.assistant.record.Withheld;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * A source of one method for a class with {@link AssistantEntity}.
 *
 * <pre>{@code
 * @Singleton
 * public class Suppliers extends AnnotatedSource<Supplier> {
 *     public Suppliers() {
 *         super(Supplier.class);
 *     }
 *
 *     @Override
 *     protected Optional<Supplier> read(String id, Asker asker) {
 *         return suppliers.visibleTo(asker.name(), id);
 *     }
 * }
 * }</pre>
 *
 * @param <T> the annotated class
 */
public abstract class AnnotatedSource<T> implements RecordSource {

    private final EntityShape<T> shape;
    private final Clock clock;

    /**
     * Looks the annotations up.
     *
     * @throws IllegalArgumentException naming class and member, if they contradict each other
     */
    protected AnnotatedSource(Class<T> entity) {
        this(entity, Clock.systemUTC());
    }

    /** The same with a clock that says when records are read. */
    protected AnnotatedSource(Class<T> entity, Clock clock) {
        this.shape = EntityShape.of(entity);
        this.clock = clock;
    }

    /**
     * Returns the entity if the asker may see it, or nothing; what is missing and what is forbidden look the same.
     *
     * @param id comes from a browser and is not trusted
     */
    protected abstract Optional<T> read(String id, Asker asker);

    /** Whether the asker has a role that an annotation names; an ERP that keeps its roles itself looks there. */
    protected boolean holds(Asker asker, String role) {
        return asker.hasRole(role);
    }

    @Override
    public final String type() {
        return shape.type();
    }

    @Override
    public final Optional<BusinessRecord> find(String id, Asker asker) {
        return read(id, asker).map(entity -> shape.record(id, entity, new Reader(asker, this::holds), clock.instant()));
    }

    @Override
    public final List<Withheld> withheld(Asker asker) {
        return shape.withheld(new Reader(asker, this::holds));
    }
}
