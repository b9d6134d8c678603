package erp.assistant.impl.mapping;

import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.ListQuery;
import erp.assistant.record.ListResult;
import erp.assistant.record.RecordList;
import erp.assistant.record.RecordSource;
import erp.assistant.record.Withheld;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Reads one type of record as its mapping file says. Safe for use by many threads. */
final class MappedSource implements RecordSource {

    private static final Logger LOG = System.getLogger("erp.assistant.mapping");

    private final Mapping mapping;
    private final Supplier<DataSource> dataSource;
    private final Clock clock;
    private final Supplier<ZoneId> zone;

    /** @param dataSource looked up for each record: the server may replace it while it runs */
    MappedSource(Mapping mapping, Supplier<DataSource> dataSource, Clock clock, Supplier<ZoneId> zone) {
        this.mapping = mapping;
        this.dataSource = dataSource;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public String type() {
        return mapping.type();
    }

    @Override
    public Optional<BusinessRecord> find(String id, Asker asker) {
        Optional<Object> key = mapping.idType().parse(id);
        return key.isEmpty() ? Optional.empty() : read(asker, reader -> reader.read(id, key.get()));
    }

    @Override
    public Optional<RecordList> list(Asker asker) {
        return mapping.list()
                .flatMap(list -> read(asker, reader -> reader.list(list).declared()));
    }

    @Override
    public Optional<ListResult> query(ListQuery query, Asker asker) {
        return mapping.list()
                .flatMap(list -> read(asker, reader -> reader.list(list).read(query)));
    }

    @Override
    public List<Withheld> withheld(Asker asker) {
        Rights rights = read(asker, RecordReader::rights);
        List<Withheld> withheld = new ArrayList<>();
        mapping.fields().forEach(field -> add(withheld, "", field, asker, rights));
        mapping.facts().forEach(facts -> facts.fields().forEach(field -> add(withheld, "", field, asker, rights)));
        for (MappedRows rows : mapping.rows()) {
            if (rights.anyOf(rows.roles())) {
                rows.fields().forEach(field -> add(withheld, rows.id() + ".", field, asker, rights));
                rows.totals().forEach(total -> add(withheld, rows.id() + ".", total.field(), asker, rights));
            } else {
                withheld.add(new Withheld(rows.id(), rows.label().in(asker.language()), needs(rows.roles())));
            }
        }
        return withheld;
    }

    @Override
    public List<Withheld> withheldFromList(Asker asker) {
        List<Withheld> withheld = new ArrayList<>();
        mapping.list().ifPresent(list -> {
            Rights rights = read(asker, RecordReader::rights);
            list.columns().forEach(column -> add(withheld, "", column.field(), asker, rights));
        });
        return withheld;
    }

    private static void add(List<Withheld> to, String prefix, MappedField field, Asker asker, Rights rights) {
        if (!rights.anyOf(field.roles())) {
            to.add(new Withheld(prefix + field.id(), field.label().in(asker.language()), needs(field.roles())));
        }
    }

    private static String needs(Set<String> roles) {
        return "needs the role " + String.join(" or ", roles.stream().sorted().toList());
    }

    private interface Work<T> {
        T with(RecordReader reader) throws SQLException;
    }

    private <T> T read(Asker asker, Work<T> work) {
        try (Reading reading = new Reading(dataSource.get(), mapping.timeout())) {
            return work.with(new RecordReader(mapping, reading, asker, clock.instant(), zone.get()));
        } catch (SQLException e) {
            // Without the database's message, which may repeat values that the asker may not see.
            LOG.log(
                    Level.ERROR,
                    "{0}: the data source {1} failed, SQL state {2}, code {3}",
                    mapping.file(),
                    mapping.dataSource(),
                    String.valueOf(e.getSQLState()),
                    e.getErrorCode());
            throw new IllegalStateException("the data source failed", e);
        }
    }
}
