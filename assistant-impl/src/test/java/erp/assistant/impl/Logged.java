package erp.assistant.impl;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps what a logger is told during a test, and keeps it off the console. */
public final class Logged extends Handler implements BeforeEachCallback, AfterEachCallback {

    private final Logger logger;
    private final List<LogRecord> entries = new ArrayList<>();

    private Logged(Logger logger) {
        this.logger = logger;
    }

    /** For a field that is a {@link org.junit.jupiter.api.extension.RegisterExtension}, not for {@link ExtendWith}. */
    public static Logged by(String name) {
        return new Logged(Logger.getLogger(name));
    }

    public synchronized List<LogRecord> entries() {
        return List.copyOf(entries);
    }

    /** The messages as the log has them. */
    public List<String> lines() {
        return entries().stream().map(Logged::line).toList();
    }

    private static String line(LogRecord entry) {
        Object[] parameters = entry.getParameters();
        return parameters == null || parameters.length == 0
                ? entry.getMessage()
                : MessageFormat.format(entry.getMessage(), parameters);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        entries.add(entry);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
