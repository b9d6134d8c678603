package sample.erp.assistant;

import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.ListQuery;
import erp.assistant.record.ListResult;
import erp.assistant.record.RecordList;
import erp.assistant.record.RecordSource;
import erp.assistant.record.Withheld;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import sample.erp.organisation.Person;

/**
 * One type of the ERP's records for the assistant: found as its screen finds it, with the rights of whoever asks, and then written as a
 * record. Which sheet that is and what of it the assistant is shown, each type says itself.
 *
 * @param <S> what the type's screen shows of one
 */
abstract class ErpSource<S> implements RecordSource {

    private final String type;
    private final StaffReading reading;
    private final ErpList<?> list;

    ErpSource(String type, StaffReading reading, ErpList<?> list) {
        this.type = type;
        this.reading = reading;
        this.list = list;
    }

    /** What the person sees on the screen of the one with this number, or nothing. */
    abstract Optional<S> sheet(EntityManager em, Person person, String id);

    /** The sheet as a record; what is not put into it is never sent. */
    abstract BusinessRecord record(String id, S sheet);

    @Override
    public final String type() {
        return type;
    }

    @Override
    public final Optional<BusinessRecord> find(String id, Asker asker) {
        return reading.as(asker, (em, person) -> sheet(em, person, id)).map(sheet -> Offered.of(record(id, sheet)));
    }

    @Override
    public final Optional<RecordList> list(Asker asker) {
        return list.declared(asker);
    }

    @Override
    public final Optional<ListResult> query(ListQuery query, Asker asker) {
        return list.run(query, asker);
    }

    @Override
    public final List<Withheld> withheldFromList(Asker asker) {
        return list.withheld(asker);
    }

    @Override
    public final String department(Asker asker) {
        return reading.department(asker);
    }
}
