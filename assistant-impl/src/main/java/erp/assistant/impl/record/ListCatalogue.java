package erp.assistant.impl.record;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.ListQuery;
import erp.assistant.record.ListQueryException;
import erp.assistant.record.ListResult;
import erp.assistant.record.RecordList;
import erp.assistant.record.RecordSource;
import erp.assistant.record.Withheld;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The lists that the sources of this server declare, read under the asker's rights.
 *
 * <p>Safe for use by many threads.
 */
@Singleton
public final class ListCatalogue {

    private static final Logger LOG = System.getLogger(ListCatalogue.class.getName());

    private final RecordCatalogue records;

    @Inject
    public ListCatalogue(RecordCatalogue records) {
        this.records = records;
    }

    /** The lists that the asker may use, by type. */
    public List<RecordList> usable(Asker asker) {
        return records.sources().stream()
                .flatMap(source -> declared(source, asker).stream())
                .sorted((one, other) -> one.type().compareTo(other.type()))
                .toList();
    }

    /**
     * The list of a type as the asker may use it.
     *
     * @throws AssistantException with {@link Problem.Code#RECORD_NOT_AVAILABLE} as {@link #load}
     */
    public RecordList usable(String type, Asker asker) {
        return records.source(type).flatMap(source -> declared(source, asker)).orElseThrow(ListCatalogue::notAvailable);
    }

    /**
     * Tells what of a list the asker's roles hide, for admins alone.
     *
     * @return nothing if its source cannot tell
     */
    public List<Withheld> withheld(String type, Asker asker) {
        return records.source(type)
                .flatMap(source ->
                        quietly(source, "tell what is withheld of", () -> Optional.of(source.withheldFromList(asker))))
                .orElseGet(List::of);
    }

    /**
     * Reads the rows of a list as a record of its own, whose rows they are; values of secret columns are taken out.
     *
     * @throws AssistantException with {@link Problem.Code#RECORD_NOT_AVAILABLE} in the same words whether there is no such list, the
     *     asker may not see it, or the ERP cannot read; with {@link Problem.Code#QUESTION_INVALID} if the list does not take the query
     */
    public BusinessRecord load(String type, ListQuery asked, Asker asker) {
        return load(type, asked, asker, false);
    }

    /**
     * The same for a model.
     *
     * @param withoutConfidential whether confidential columns may not be used, because this asker's are not to leave the company:
     *     which rows a filter lets through would tell of them
     */
    public BusinessRecord load(String type, ListQuery asked, Asker asker, boolean withoutConfidential) {
        RecordSource source = records.source(type).orElseThrow(ListCatalogue::notAvailable);
        RecordList list = declared(source, asker)
                .map(known -> withoutConfidential ? known.withoutConfidential() : known)
                .orElseThrow(ListCatalogue::notAvailable);
        try {
            ListQuery query = list.check(asked);
            ListResult found =
                    quietly(source, "query", () -> source.query(query, asker)).orElseThrow(ListCatalogue::notAvailable);
            return Secrets.blank(ListRecord.of(list, query, found));
        } catch (ListQueryException e) {
            throw new AssistantException(Problem.of(Problem.Code.QUESTION_INVALID, String.valueOf(e.getMessage())));
        }
    }

    private static Optional<RecordList> declared(RecordSource source, Asker asker) {
        return quietly(source, "declare", () -> source.list(asker))
                .filter(list -> list.type().equals(source.type()));
    }

    private static <T> Optional<T> quietly(RecordSource source, String what, Supplier<Optional<T>> reading) {
        try {
            return reading.get();
        } catch (ListQueryException refused) {
            throw refused;
        } catch (RuntimeException failure) {
            // Without the message: an ERP's messages may hold the very values that the asker may not see.
            LOG.log(
                    Level.ERROR,
                    "{0} could not {1} its list (reference {2}): {3}",
                    source.getClass().getName(),
                    what,
                    UUID.randomUUID(),
                    Trail.of(failure));
            return Optional.empty();
        }
    }

    private static AssistantException notAvailable() {
        return new AssistantException(Problem.of(
                Problem.Code.RECORD_NOT_AVAILABLE, "This list does not exist, or you are not allowed to see it."));
    }
}
