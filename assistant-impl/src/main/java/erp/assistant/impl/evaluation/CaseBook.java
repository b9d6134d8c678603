package erp.assistant.impl.evaluation;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.evaluation.EvaluationCase;
import erp.assistant.evaluation.EvaluationSet;
import erp.assistant.evaluation.EvaluationSets;
import erp.assistant.report.EvaluationCases;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The stored cases, and those of the sets that are there at the moment. */
public final class CaseBook implements EvaluationCases {

    private static final Logger LOG = System.getLogger("erp.assistant.evaluation");

    private final CaseTable table;
    private final Supplier<? extends Collection<EvaluationSet>> sets;
    private final Clock clock;

    /** @param sets of connector jars and of ERP applications, at each moment */
    public CaseBook(DataSource dataSource, Supplier<? extends Collection<EvaluationSet>> sets, Clock clock) {
        this.table = new CaseTable(dataSource);
        this.sets = sets;
        this.clock = clock;
    }

    @Override
    public List<Entry> cases() {
        List<Entry> all = new ArrayList<>(table.all());
        sets.get().stream().sorted(Comparator.comparing(CaseBook::name)).forEach(set -> all.addAll(shipped(set)));
        return all;
    }

    /** One set that cannot tell its cases must not hide the others. */
    private static List<Entry> shipped(EvaluationSet set) {
        String name = name(set);
        if (!EvaluationSets.isName(name)) {
            return List.of();
        }
        try {
            return set.cases().stream()
                    .map(each -> new Entry(name + ":" + each.id(), name, each, Optional.empty()))
                    .toList();
        } catch (RuntimeException | LinkageError failure) {
            LOG.log(Level.ERROR, "the evaluation set " + name + " could not tell its cases", failure);
            return List.of();
        }
    }

    private static String name(EvaluationSet set) {
        try {
            return set.name();
        } catch (RuntimeException | LinkageError failure) {
            LOG.log(Level.ERROR, set.getClass().getName() + " could not tell its name", failure);
            return "";
        }
    }

    @Override
    public Entry store(EvaluationCase draft, Optional<String> answer, String by) {
        Optional<Basis> basis = answer.map(id -> basis(id).orElseThrow(CaseBook::noSuchAnswer));
        String id = UUID.randomUUID().toString();
        Entry entry = new Entry(
                id,
                STORED,
                draft.with(id),
                Optional.of(new Stored(clock.instant().truncatedTo(ChronoUnit.MICROS), by, answer, basis)));
        table.insert(entry);
        return entry;
    }

    @Override
    public Optional<Basis> basis(String answer) {
        return uuid(answer).flatMap(table::basis);
    }

    @Override
    public boolean delete(String id) {
        return uuid(id).map(table::delete).orElse(false);
    }

    /** What comes from a browser is not trusted. */
    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static AssistantException noSuchAnswer() {
        return new AssistantException(
                Problem.of(Problem.Code.RECORD_NOT_AVAILABLE, "There is no such answer, or it is no longer kept."));
    }
}
