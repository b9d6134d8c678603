package erp.assistant.impl.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.impl.config.Secret;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Planted keys, and the search for them: in all log records from FINEST on, and in whatever it is shown. */
final class Canary extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");
    /** Those that other tests keep from the root. */
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("erp.assistant"), Logger.getLogger("erp.assistant.provider"));
    /** Held, so that their levels are. */
    private static final List<Logger> LOUD = List.of(
            ROOT,
            Logger.getLogger("erp.assistant"),
            Logger.getLogger("jdk.httpclient"),
            Logger.getLogger("jdk.httpclient.HttpClient"),
            Logger.getLogger("jdk.internal.httpclient.debug"));

    private final List<String> keys;
    private final List<Level> before;
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    Canary(String... keys) {
        this.keys = List.of(keys);
        this.before = LOUD.stream()
                .map(Logger::getLevel)
                .map(level -> level == null ? Level.INFO : level)
                .toList();
        LOUD.forEach(logger -> logger.setLevel(Level.FINEST));
        setLevel(Level.ALL);
        ROOT.addHandler(this);
        QUIET.forEach(logger -> logger.addHandler(this));
    }

    @Override
    public void publish(LogRecord record) {
        records.add(record);
    }

    /** Fails where a key is found. */
    void isNowhereIn(TwoProviders providers) {
        for (LogRecord record : records) {
            look("the log", record.getLoggerName() + record.getMessage());
            for (Object parameter : record.getParameters() == null ? new Object[0] : record.getParameters()) {
                look("a log parameter", String.valueOf(parameter));
            }
            if (record.getThrown() != null) {
                look("a logged exception", trace(record.getThrown()));
            }
        }
        providers.failures.forEach(failure -> look("an exception", trace(failure)));
        look("the ledger", providers.database());
        look("the answer", providers.asker.seen.toString());
        walk(List.of(providers.chain, providers.watch, providers.settings, providers.alerts, providers.failures));
    }

    /** Causes and suppressed ones included. */
    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    private void look(String where, String text) {
        for (String key : keys) {
            // Not by AssertJ's own comparison, which would print the key. An error's code is told in lower case.
            assertThat(text.toLowerCase(Locale.ROOT).contains(key.toLowerCase(Locale.ROOT)))
                    .as("a key is in " + where)
                    .isFalse();
        }
    }

    /** The text of every object of ours that can be reached, and every text it holds. */
    private void walk(Collection<?> from) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            Object object = open.remove();
            // The test's own object holds the planted keys on purpose.
            if (object instanceof TwoProviders || !seen.add(object)) {
                continue;
            }
            if (object instanceof CharSequence text) {
                look("a text", text.toString());
            } else if (object instanceof Map<?, ?> map) {
                addAll(open, map.keySet());
                addAll(open, map.values());
            } else if (object instanceof Collection<?> collection) {
                addAll(open, collection);
            } else if (object instanceof Optional<?> optional) {
                optional.ifPresent(open::add);
            } else if (object instanceof AtomicReference<?> reference) {
                add(open, reference.get());
            } else if (object.getClass().getName().startsWith("erp.assistant.")) {
                look(object.getClass().getName(), object.toString());
                if (!(object instanceof Secret)) {
                    fields(object, open);
                }
            }
        }
        assertThat(seen).as("objects that were looked at").hasSizeGreaterThan(50);
    }

    private static void fields(Object object, Deque<Object> open) {
        for (Class<?> type = object.getClass();
                type != null && type.getName().startsWith("erp.assistant.");
                type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) {
                    continue;
                }
                try {
                    field.setAccessible(true);
                    add(open, field.get(object));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private static void addAll(Deque<Object> open, Collection<?> objects) {
        objects.forEach(object -> add(open, object));
    }

    private static void add(Deque<Object> open, @Nullable Object object) {
        if (object != null) {
            open.add(object);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
        QUIET.forEach(logger -> logger.removeHandler(this));
        for (int i = 0; i < LOUD.size(); i++) {
            LOUD.get(i).setLevel(before.get(i));
        }
    }
}
