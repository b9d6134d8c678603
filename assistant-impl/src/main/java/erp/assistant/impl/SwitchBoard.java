package erp.assistant.impl;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.impl.config.ConfigKey;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.ledger.SwitchTable;
import erp.assistant.impl.record.RecordCatalogue;
import erp.assistant.record.QuickAction;
import erp.assistant.report.Switches;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is switched off, by the configuration and by admins on any server. What they change is in the database; this server reads
 * it again when a question comes and what it knows is older than three seconds. If it cannot be read, what was read last holds.
 */
@Singleton
public class SwitchBoard implements Switches {

    private static final Logger LOG = System.getLogger("erp.assistant.switches");

    /** Twice this and the reading itself are still well within the ten seconds that are promised. */
    private static final Duration FRESH = Duration.ofSeconds(3);

    private record Name(Kind kind, String name) {}

    /**
     * What was read.
     *
     * @param at null before the first reading
     */
    private record Known(Map<Name, Change> latest, @Nullable Instant at) {}

    private final SwitchTable table;
    private final RecordCatalogue records;
    private final SettingsSource settings;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Known known = new Known(Map.of(), null);
    private volatile boolean complained;

    @Inject
    public SwitchBoard(SwitchTable table, RecordCatalogue records, SettingsSource settings, Clock clock) {
        this.table = table;
        this.records = records;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Lets a question pass.
     *
     * @param action the prepared question's id, or empty
     * @throws AssistantException {@code SWITCHED_OFF} if the assistant, the record type or the prepared question is
     */
    void check(String recordType, String action) {
        Predicate<Name> off = off();
        if (off.test(new Name(Kind.ASSISTANT, ""))) {
            throw refusal("Your administrator has switched the assistant off.");
        }
        if (off.test(new Name(Kind.ENTITY, recordType))) {
            throw refusal("Your administrator has switched the assistant off for records of this type.");
        }
        if (off(off, recordType, action)) {
            throw refusal("Your administrator has switched this prepared question off.");
        }
    }

    /** Those that are not switched off. */
    List<QuickAction> offered(String recordType, List<QuickAction> actions) {
        Predicate<Name> off = off();
        return actions.stream()
                .filter(action -> !off(off, recordType, action.id()))
                .toList();
    }

    private static boolean off(Predicate<Name> off, String recordType, String action) {
        return !action.isEmpty()
                && (off.test(new Name(Kind.CAPABILITY, action))
                        || off.test(new Name(Kind.CAPABILITY, recordType + "." + action)));
    }

    private static AssistantException refusal(String cause) {
        return new AssistantException(
                Problem.of(Problem.Code.SWITCHED_OFF, cause + " Your work in the ERP is not affected."));
    }

    private Predicate<Name> off() {
        Settings now = settings.current();
        Map<Name, Change> latest = current().latest();
        return name -> configuredOff(now, name.kind(), name.name())
                || Optional.ofNullable(latest.get(name)).map(Change::off).orElse(false);
    }

    private static boolean configuredOff(Settings settings, Kind kind, String name) {
        return kind == Kind.ASSISTANT
                ? !settings.enabled()
                : settings.switchedOff().contains(name);
    }

    /** One thread reads; those that come meanwhile go by what is known, unless nothing is. */
    private Known current() {
        Known last = known;
        if (isFresh(last)) {
            return last;
        }
        if (last.at() == null) {
            reading.lock();
        } else if (!reading.tryLock()) {
            return last;
        }
        try {
            return isFresh(known) ? known : read();
        } finally {
            reading.unlock();
        }
    }

    private boolean isFresh(Known state) {
        return state.at() != null
                && Duration.between(state.at(), clock.instant()).abs().compareTo(FRESH) < 0;
    }

    private Known read() {
        Instant now = clock.instant();
        try {
            known = new Known(
                    table.latest().stream()
                            .collect(Collectors.toUnmodifiableMap(
                                    change -> new Name(change.kind(), change.name()), change -> change)),
                    now);
            complained = false;
        } catch (RuntimeException e) {
            if (!complained) {
                LOG.log(Level.WARNING, "The switches could not be read; those read before hold.", e);
                complained = true;
            }
            known = new Known(known.latest(), now);
        }
        return known;
    }

    @Override
    public List<State> states() {
        Settings now = settings.current();
        Map<Name, Change> latest = new HashMap<>();
        table.latest().forEach(change -> latest.put(new Name(change.kind(), change.name()), change));
        TreeSet<Name> all = new TreeSet<>(Comparator.comparing(Name::kind).thenComparing(Name::name));
        all.add(new Name(Kind.ASSISTANT, ""));
        records.types().forEach(type -> all.add(new Name(Kind.ENTITY, type)));
        table.askedLately().forEach(name -> all.add(new Name(Kind.CAPABILITY, name)));
        now.switchedOff().forEach(name -> all.add(new Name(kindOf(name), name)));
        all.addAll(latest.keySet());
        return all.stream()
                .map(name -> new State(
                        name.kind(),
                        name.name(),
                        configuredOff(now, name.kind(), name.name()),
                        Optional.ofNullable(latest.get(name))))
                .toList();
    }

    /** The configuration names both alike: what is no record type is a prepared question. */
    private Kind kindOf(String name) {
        return records.types().contains(name) ? Kind.ENTITY : Kind.CAPABILITY;
    }

    @Override
    public List<Change> changes(int limit) {
        return table.newestFirst(limit);
    }

    @Override
    public void change(Kind kind, String name, boolean off, String by, String reason) {
        if (Stream.of(name, reason).anyMatch(text -> text.length() > MAX_LENGTH)) {
            throw new IllegalArgumentException("name and reason must have at most " + MAX_LENGTH + " characters");
        }
        if (!off && configuredOff(settings.current(), kind, name)) {
            throw new AssistantException(Problem.of(
                    Problem.Code.QUESTION_INVALID,
                    "The configuration switches this off ("
                            + (kind == Kind.ASSISTANT ? ConfigKey.ENABLED : ConfigKey.SWITCHED_OFF).key()
                            + "), and only the configuration can switch it on."));
        }
        Change change = new Change(kind, name, off, by, clock.instant(), reason);
        table.add(change);
        LOG.log(Level.INFO, "{0} switches {1} {2} {3}: {4}", by, kind, name, off ? "off" : "on", reason);
        known = new Known(known.latest(), null);
    }
}
