package erp.assistant.impl.resilience;

import erp.assistant.chat.Attribution;
import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.chat.ModelTier;
import erp.assistant.chat.Prompt;
import erp.assistant.impl.config.Dialect;
import erp.assistant.impl.config.KeyRing;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.config.Slot;
import erp.assistant.impl.config.TestSettings;
import erp.assistant.impl.ledger.Ledger;
import erp.assistant.impl.ledger.LedgeredModel;
import erp.assistant.impl.ledger.PriceCatalogue;
import erp.assistant.impl.ledger.Schema;
import erp.assistant.impl.provider.ConfiguredModel;
import erp.assistant.impl.provider.HttpChatModel;
import erp.assistant.impl.provider.ProviderHttp;
import erp.assistant.impl.provider.anthropic.AnthropicDialect;
import erp.assistant.impl.provider.openai.OpenAiDialect;
import erp.assistant.impl.provider.openai.ResponsesDialect;
import erp.assistant.report.ProviderAlert;
import erp.assistant.stub.ProviderStub;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.logging.Logger;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The whole chain of resilience over real adapters, real HTTP and a real ledger, with two provider stubs at its ends. Of
 * MicroProfile Fault Tolerance, which only works in a container, the retries are done as the annotations say, without delay.
 */
final class TwoProviders implements AutoCloseable {

    static final String ANSWER = "The order waits for stock.";
    static final String PRIMARY_KEY = "sk-canary-primary-x7Qp2Lm9";
    static final String BACKUP_KEY = "sk-canary-backup-k3Wd8Zt5";

    final ProviderStub primary = ProviderStub.start(0);
    final ProviderStub backup = ProviderStub.start(0);
    final RecordingSink asker = new RecordingSink();
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    final List<ProviderAlert> alerts = new CopyOnWriteArrayList<>();
    final List<Throwable> failures = new CopyOnWriteArrayList<>();
    final ProviderWatch watch;
    final ChatModel chain;

    volatile Settings settings;

    /** Held, so that its setting is: what the tests provoke is not the build's to tell. */
    private static final Logger QUIET = Logger.getLogger("erp.assistant.provider");

    static {
        QUIET.setUseParentHandlers(false);
    }

    private final Map<String, String> values = new HashMap<>();
    private final ExecutorService callbacks = Executors.newFixedThreadPool(2);
    private final JdbcDataSource database = new JdbcDataSource();
    private final ProviderHttp http;

    TwoProviders(Dialect dialect) {
        this(dialect, (delay, action) -> {
            action.run();
            return () -> {};
        });
    }

    TwoProviders(Dialect dialect, Pause pause) {
        for (ProviderStub stub : List.of(primary, backup)) {
            stub.script(ANSWER);
        }
        values.put("assistant.provider.primary.dialect", dialect.key());
        values.put("assistant.provider.primary.base-url", primary.baseUri().toString());
        values.put("assistant.provider.primary.api-key", PRIMARY_KEY);
        values.put("assistant.provider.backup.dialect", dialect.key());
        values.put("assistant.provider.backup.name", "second");
        values.put("assistant.provider.backup.base-url", backup.baseUri().toString());
        values.put("assistant.provider.backup.api-key", BACKUP_KEY);
        values.put("assistant.timeout.first-content", "1s");
        values.put("assistant.timeout.idle", "1s");
        settings = TestSettings.of(values);
        SettingsSource source = () -> settings;
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Schema.migrate(database);
        Clock clock = Clock.systemUTC();
        KeyRing keys = new KeyRing(source, clock);
        watch = new ProviderWatch(source, keys, clock, alerts::add);
        http = new ProviderHttp(
                callbacks, Executors.defaultThreadFactory(), clock, Duration.ofSeconds(2), source, keys);
        Ledger ledger = new Ledger(database, PriceCatalogue.load(settings), source, clock, row -> {});
        Pause noted = (delay, action) -> {
            pauses.add(delay);
            return pause.after(delay, action);
        };
        chain = new FailoverModel(
                retried(new PrimaryModel(attempts(Slot.PRIMARY, source, ledger, clock), watch, source, noted, clock)),
                retried(new BackupModel(attempts(Slot.BACKUP, source, ledger, clock), watch, source, noted, clock)),
                (request, sink) ->
                        CompletableFuture.completedFuture(FakeModel.end().from(Completion.Source.OFFLINE)),
                source,
                watch,
                noted,
                request -> true);
    }

    /** Sets configuration as an admin does while the server runs. */
    void configure(String key, String value) {
        values.put(key, value);
        settings = TestSettings.of(values);
    }

    void primaryAt(String address) {
        configure("assistant.provider.primary.base-url", URI.create(address).toString());
    }

    /** A dialect more is a line more here. */
    private ChatModel attempts(Slot slot, SettingsSource source, Ledger ledger, Clock clock) {
        Map<Dialect, ChatModel> adapters = new EnumMap<>(Map.of(
                Dialect.ANTHROPIC, new HttpChatModel(slot, http, AnthropicDialect::new),
                Dialect.OPENAI, new HttpChatModel(slot, http, OpenAiDialect::new),
                Dialect.OPENAI_RESPONSES, new HttpChatModel(slot, http, ResponsesDialect::new)));
        for (Dialect dialect : Dialect.values()) {
            adapters.putIfAbsent(dialect, (request, sink) -> {
                throw new IllegalStateException("no adapter for " + dialect);
            });
        }
        ChatModel attempts = new LedgeredModel(
                slot, new ConfiguredModel(slot, source, adapters), ledger, source, Runnable::run, clock);
        return (request, sink) -> attempts.stream(request, sink).whenComplete((completion, failure) -> {
            if (failure != null) {
                failures.add(failure);
            }
        });
    }

    /** What {@code @Retry} does in the server, its delays left out. */
    private ChatModel retried(ChatModel guarded) {
        try {
            Retry retry = guarded.getClass()
                    .getMethod("stream", ChatRequest.class, ChatSink.class)
                    .getAnnotation(Retry.class);
            return (request, sink) -> retried(guarded, retry, request, sink, retry.maxRetries());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private CompletionStage<Completion> retried(
            ChatModel guarded, Retry retry, ChatRequest request, ChatSink sink, int left) {
        return guarded.stream(request, sink)
                .handle((completion, failure) -> {
                    if (failure == null) {
                        return CompletableFuture.completedStage(completion);
                    }
                    failures.add(failure);
                    return left > 0 && retry.retryOn()[0].isInstance(failure)
                            ? retried(guarded, retry, request, sink, left - 1)
                            : CompletableFuture.<Completion>failedStage(failure);
                })
                .thenCompose(Function.identity());
    }

    CompletableFuture<Completion> ask() {
        return ask(Duration.ofSeconds(30));
    }

    CompletableFuture<Completion> ask(Duration total) {
        ChatRequest request = new ChatRequest(
                new Attribution(UUID.randomUUID(), "anna", "DE", "sales-order", "4711", ""),
                new Prompt("answer/1", "system", "user", "Why?", List.of(), Locale.ENGLISH, 100),
                ModelTier.SMALL,
                500,
                Instant.now().plus(total));
        return chain.stream(request, asker).toCompletableFuture();
    }

    /** The ledger's attempts as {@code slot outcome}, in the order of sending. */
    List<String> attempts() {
        return column("SELECT slot || ' ' || outcome FROM attempt ORDER BY sent_at, attempt_no");
    }

    /** Everything that is in the database. */
    String database() {
        StringBuilder all = new StringBuilder();
        for (String table : column(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC' AND table_type = 'BASE TABLE'")) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
                while (rows.next()) {
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        all.append(rows.getString(i)).append(' ');
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return all.toString();
    }

    private List<String> column(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        primary.close();
        backup.close();
        callbacks.shutdownNow();
    }
}
