package erp.assistant.impl.record;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.RecordRef;
import erp.assistant.record.RecordSource;
import erp.assistant.record.RecordSourceSet;
import erp.assistant.record.RecordSources;
import erp.assistant.record.Withheld;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All record sources of this server: the beans of connector jars, what ERP applications have registered, and mapping files.
 *
 * <p>Safe for use by many threads.
 */
@Singleton
public final class RecordCatalogue {

    private static final Logger LOG = System.getLogger(RecordCatalogue.class.getName());

    private final List<RecordSource> beans;
    private final Supplier<? extends Collection<RecordSource>> registered;

    /** Names of classes whose fault is in the log already; names, so that none is held after its application has gone. */
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** Takes each bean once, so that dependent-scoped sources are not created anew for each question. */
    @Inject
    public RecordCatalogue(@Any Instance<RecordSource> beans, @Any Instance<RecordSourceSet> sets) {
        this(beans.stream().toList(), changing(sets.stream().toList()));
    }

    public RecordCatalogue(List<RecordSource> beans, Supplier<? extends Collection<RecordSource>> registered) {
        this.beans = List.copyOf(beans);
        this.registered = registered;
    }

    /** What ERP applications have registered, and what comes and goes otherwise. */
    static Supplier<Collection<RecordSource>> changing(List<RecordSourceSet> sets) {
        return () -> Stream.concat(
                        RecordSources.registered().stream(), sets.stream().flatMap(set -> set.sources().stream()))
                .toList();
    }

    /**
     * Tells what of a record type the asker's roles hide, for admins alone.
     *
     * @return nothing if its source cannot tell
     */
    public List<Withheld> withheld(String type, Asker asker) {
        return source(type).map(source -> source.withheld(asker)).orElseGet(List::of);
    }

    /**
     * Reads a record as the asker may see it; values of secret fields are taken out.
     *
     * @throws AssistantException with {@link Problem.Code#RECORD_NOT_AVAILABLE} in the same words whether the type is
     *     unknown, the record is missing or forbidden, or the ERP cannot read: the difference would tell what exists
     * @throws IllegalStateException if two sources claim the type
     */
    public BusinessRecord load(RecordRef ref, Asker asker) {
        return source(ref.type())
                .flatMap(source -> find(source, ref, asker))
                .map(Secrets::blank)
                .orElseThrow(RecordCatalogue::notAvailable);
    }

    /** The types of the records that can be asked about at this moment. */
    public Set<String> types() {
        return Stream.concat(beans.stream(), registered.get().stream())
                .map(this::typeOf)
                .filter(type -> !type.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The asker's department by the word of the record's source; empty if it knows none, or fails. */
    public String department(RecordRef ref, Asker asker) {
        return source(ref.type()).map(source -> department(source, asker)).orElse("");
    }

    private String department(RecordSource source, Asker asker) {
        try {
            return source.department(asker);
        } catch (RuntimeException | LinkageError failure) {
            String name = source.getClass().getName();
            if (told.add(name + " department")) {
                LOG.log(
                        Level.ERROR,
                        "{0} could not say a person''s department, so that no department is charged: {1}",
                        name,
                        Trail.of(failure));
            }
            return "";
        }
    }

    /** All sources, each of which knows its type. */
    List<RecordSource> sources() {
        return Stream.concat(beans.stream(), registered.get().stream())
                .filter(source -> !typeOf(source).isEmpty())
                .toList();
    }

    /** The one source of a type; it may know a record, a list, or both. */
    Optional<RecordSource> source(String type) {
        List<RecordSource> found = Stream.concat(beans.stream(), registered.get().stream())
                .filter(source -> type.equals(typeOf(source)))
                .toList();
        if (found.size() > 1) {
            throw new IllegalStateException("record type " + type + " has " + found.size() + " sources, "
                    + found.stream().map(source -> source.getClass().getName()).toList()
                    + "; remove all but one of the connectors or registrations");
        }
        return found.stream().findFirst();
    }

    /** Empty, which is no type, for a source that does not even know its own: the others must go on. */
    private String typeOf(RecordSource source) {
        try {
            return source.type();
        } catch (RuntimeException | LinkageError failure) {
            String name = source.getClass().getName();
            if (told.add(name)) {
                LOG.log(Level.ERROR, "{0} could not say its record type and is left out: {1}", name, Trail.of(failure));
            }
            return "";
        }
    }

    private static Optional<BusinessRecord> find(RecordSource source, RecordRef ref, Asker asker) {
        try {
            Optional<BusinessRecord> found = source.find(ref.id(), asker);
            if (found.isPresent() && !found.get().ref().type().equals(ref.type())) {
                LOG.log(
                        Level.ERROR,
                        "{0} returned a record of type {1} when asked for {2}; it was not used",
                        source.getClass().getName(),
                        found.get().ref().type(),
                        ref.type());
                return Optional.empty();
            }
            return found;
        } catch (RuntimeException failure) {
            // Without the message: an ERP's messages may hold the very values that the asker may not see.
            LOG.log(
                    Level.ERROR,
                    "{0} could not read a record of type {1} (reference {2}): {3}",
                    source.getClass().getName(),
                    ref.type(),
                    UUID.randomUUID(),
                    Trail.of(failure));
            return Optional.empty();
        }
    }

    private static AssistantException notAvailable() {
        return new AssistantException(Problem.of(
                Problem.Code.RECORD_NOT_AVAILABLE, "This record does not exist, or you are not allowed to see it."));
    }
}
