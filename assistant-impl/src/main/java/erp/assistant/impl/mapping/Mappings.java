package erp.assistant.impl.mapping;

import erp.assistant.impl.config.SettingsSource;
import erp.assistant.record.RecordSource;
import erp.assistant.record.RecordSourceSet;
import erp.assistant.record.RecordSources;
import erp.assistant.report.RecordMappings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The mapping files and the record sources that they are.
 *
 * <p>A file with a mistake shows nothing, also one that was in force before: what was changed may be who sees it. Safe for use
 * by many threads; one at a time may refresh.
 */
@Singleton
public class Mappings implements RecordSourceSet, RecordMappings {

    private static final Logger LOG = System.getLogger("erp.assistant.mapping");

    private final SettingsSource settings;
    private final Clock clock;
    private final MappedDataSources dataSources;
    private volatile Map<String, MappingFile> files = Map.of();
    private String lastComplaint = "";

    @Inject
    public Mappings(SettingsSource settings, Clock clock) {
        this(settings, clock, new JndiDataSources());
    }

    Mappings(SettingsSource settings, Clock clock, MappedDataSources dataSources) {
        this.settings = settings;
        this.clock = clock;
        this.dataSources = dataSources;
    }

    @Override
    public Collection<RecordSource> sources() {
        return files.values().stream().flatMap(file -> file.source().stream()).toList();
    }

    @Override
    public List<State> states() {
        return files.values().stream().map(MappingFile::state).toList();
    }

    @Override
    public String propose(String dataSource, String table) {
        return Proposals.of(dataSources, dataSource, table);
    }

    /**
     * Reads the folder again. Nothing is thrown, since a scheduled task that throws is not run again, and a right that was
     * taken back in a file would stay.
     */
    void refresh() {
        Map<String, MappingFile> before = files;
        Map<String, MappingFile> now = new TreeMap<>();
        try {
            Map<String, MappingFile> read = new TreeMap<>();
            MappingFolder.texts(settings.current().mappings()).forEach((name, text) -> {
                MappingFile known = before.get(name);
                read.put(name, known != null && known.unchanged(text) ? known : read(name, text));
            });
            read.forEach((name, file) -> now.put(name, exclusive(file, read.values())));
            lastComplaint = "";
        } catch (RuntimeException e) {
            now.clear();
            complain(e.toString());
        }
        files = now;
        tell(before, now);
    }

    private void complain(String complaint) {
        if (!complaint.equals(lastComplaint)) {
            LOG.log(Level.ERROR, "the mapping files could not be read, no record type is shown by them: " + complaint);
        }
        lastComplaint = complaint;
    }

    private MappingFile read(String name, Optional<String> text) {
        if (text.isEmpty()) {
            return MappingFile.wrong(name, text, List.of(name + " cannot be read as UTF-8 text of at most 256 KB"));
        }
        Problems problems = new Problems(name);
        Optional<Mapping> mapping = MappingReader.read(name, text.get(), problems);
        if (mapping.isEmpty()) {
            return MappingFile.wrong(name, text, problems.lines());
        }
        return compared(name, text, mapping.get(), problems);
    }

    private MappingFile compared(String name, Optional<String> text, Mapping mapping, Problems problems) {
        try (Reading reading = new Reading(dataSources.named(mapping.dataSource()), mapping.timeout())) {
            MappingCheck.check(mapping, reading, problems);
        } catch (SQLException e) {
            return MappingFile.waiting(
                    name,
                    text,
                    mapping.type(),
                    name + ": " + mapping.dataSource() + " does not take a query: " + firstLine(e.getMessage()));
        } catch (RuntimeException e) {
            return MappingFile.waiting(name, text, mapping.type(), name + ": " + firstLine(e.getMessage()));
        }
        if (!problems.none()) {
            return MappingFile.waiting(name, text, mapping.type(), String.join("\n", problems.lines()));
        }
        MappedSource source = new MappedSource(
                mapping,
                () -> dataSources.named(mapping.dataSource()),
                clock,
                () -> settings.current().zone());
        return MappingFile.inForce(name, text, mapping.type(), source);
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "no reason given" : message.lines().findFirst().orElse("");
    }

    /** Of two that claim a type neither is used, and none beside an application's own: which is meant, nobody can tell. */
    private static MappingFile exclusive(MappingFile file, Collection<MappingFile> all) {
        List<String> others = new ArrayList<>();
        all.stream()
                .filter(other ->
                        !other.name().equals(file.name()) && other.type().equals(file.type()))
                .forEach(other -> others.add(other.name()));
        RecordSources.registered().stream()
                .filter(other -> other.type().equals(file.type()))
                .forEach(other -> others.add(other.getClass().getName()));
        return others.isEmpty() || file.type().isEmpty()
                ? file
                : file.refused(file.name() + ": the record type " + file.type() + " is also shown by "
                        + String.join(", ", others) + "; remove one");
    }

    private static void tell(Map<String, MappingFile> before, Map<String, MappingFile> now) {
        now.forEach((name, file) -> {
            MappingFile earlier = before.get(name);
            if (earlier != null && earlier.state().equals(file.state()) && earlier.unchanged(file.text())) {
                return;
            }
            if (file.source().isPresent()) {
                LOG.log(Level.INFO, "records of the type {0} are shown as {1} says", file.type(), name);
            } else {
                LOG.log(
                        Level.ERROR,
                        "a mapping file is wrong, no record is shown by it:\n  "
                                + String.join("\n  ", file.state().problems()));
            }
        });
        before.keySet().stream()
                .filter(name -> !now.containsKey(name))
                .forEach(name -> LOG.log(Level.INFO, "{0} has gone, no record is shown by it any more", name));
    }
}
