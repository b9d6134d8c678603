package erp.assistant.impl;

import erp.assistant.AnswerEvent;
import erp.assistant.AnswerSink;
import erp.assistant.Question;
import erp.assistant.chat.ChatModel;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatSink;
import erp.assistant.chat.Completion;
import erp.assistant.chat.ProviderFault;
import erp.assistant.impl.admission.Admission;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.config.Slot;
import erp.assistant.impl.config.TestSettings;
import erp.assistant.impl.conversation.ConversationSweep;
import erp.assistant.impl.conversation.ConversationTable;
import erp.assistant.impl.ledger.Ledger;
import erp.assistant.impl.ledger.LedgerReports;
import erp.assistant.impl.ledger.LedgeredModel;
import erp.assistant.impl.ledger.PriceCatalogue;
import erp.assistant.impl.ledger.Schema;
import erp.assistant.impl.ledger.SwitchTable;
import erp.assistant.impl.metrics.AnswerLog;
import erp.assistant.impl.metrics.CountedAnswers;
import erp.assistant.impl.prompt.PromptWriter;
import erp.assistant.impl.prompt.Templates;
import erp.assistant.impl.provider.offline.OfflineModel;
import erp.assistant.impl.record.ListCatalogue;
import erp.assistant.impl.record.RecordCatalogue;
import erp.assistant.impl.routing.ModelRouter;
import erp.assistant.impl.sql.Sql;
import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.RecordRef;
import erp.assistant.record.RecordSource;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Value;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/** The assistant as it is composed in the server, over a database in memory and a provider that a test plays. */
final class Office {

    static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    static final RecordRef ORDER = new RecordRef("sales-order", "4711");

    /** Held, so that its level is; Flyway tells a page for each database. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    /** Held, so that its setting is: what the tests provoke is not the build's to tell. */
    private static final Logger QUIET = Logger.getLogger("erp.assistant");

    static {
        FLYWAY.setLevel(Level.WARNING);
        QUIET.setUseParentHandlers(false);
    }

    final Templates templates;
    final Map<String, String> configuration = new HashMap<>(Map.of(
            "assistant.provider.primary.dialect", "anthropic",
            "assistant.provider.primary.api-key", "sk-not-used"));
    final Time clock = new Time();
    final Provider provider = new Provider();
    final Orders orders = new Orders();
    final CountedAnswers counted = new CountedAnswers();
    final Admission admission;
    final AnswerBook book;
    final SwitchBoard switches;
    private final SwitchBoard other;
    final DefaultAssistant assistant;
    final EvaluationQuestions questions;
    final ConversationTable table;
    final OwnConversations conversations;

    /** Beside the orders. */
    final List<RecordSource> sources = new ArrayList<>();

    /** Asked in the place of {@link #provider}. */
    @Nullable
    ChatModel playing;

    private final DataSource database = database();
    private boolean databaseIsAway;

    /** As while its file is written anew. */
    boolean ledgerIsTidied;

    Office() {
        SettingsSource settings = this::settings;
        DataSource dataSource = mayBeAway();
        Ledger ledger = new Ledger(dataSource, PriceCatalogue.load(settings()), settings, clock, row -> {});
        ChatModel asked = (request, sink) -> (playing == null ? provider : playing).stream(request, sink);
        ChatModel recorded = new LedgeredModel(Slot.PRIMARY, asked, ledger, settings, Runnable::run, clock);
        admission = new Admission(settings, clock);
        book = new AnswerBook(ledger, counted.metrics(), new AnswerLog(), clock, settings);
        RecordCatalogue records = new RecordCatalogue(List.of(orders), () -> sources);
        ListCatalogue lists = new ListCatalogue(records);
        templates = new Templates(settings);
        PromptWriter prompts = new PromptWriter(settings, clock, templates);
        ModelRouter router = new ModelRouter(settings);
        table = new ConversationTable(new Sql(dataSource));
        conversations = new OwnConversations(table, records, settings, clock);
        questions = new EvaluationQuestions(
                admission,
                records,
                prompts,
                router,
                recorded,
                new LedgeredModel(Slot.BACKUP, provider, ledger, settings, Runnable::run, clock),
                book,
                ledger,
                PriceCatalogue.load(settings()),
                settings,
                clock);
        switches = new SwitchBoard(new SwitchTable(dataSource), records, settings, clock);
        other = new SwitchBoard(new SwitchTable(dataSource), records, settings, clock);
        assistant = new DefaultAssistant(
                new LedgerGate(patience -> !ledgerIsTidied),
                switches,
                admission,
                records,
                lists,
                prompts,
                new ConversationMemory(table, settings, clock),
                router,
                new LookupDesk(lists, records, prompts, settings, () -> Runnable::run),
                new ChatChain(recorded, new OfflineModel(), (delay, action) -> () -> {}, clock),
                book,
                settings,
                clock);
    }

    private Settings settings() {
        return TestSettings.of(configuration);
    }

    static Asker person(String name) {
        return new Asker(name, role -> true, Locale.ENGLISH);
    }

    static Question question(String text) {
        return new Question(person("anna"), text, ORDER, "why-late");
    }

    /** The switches as another server on the same database knows them. */
    SwitchBoard anotherServer() {
        return other;
    }

    void databaseGoesAway() {
        databaseIsAway = true;
    }

    void databaseComesBack() {
        databaseIsAway = false;
    }

    /** The answers' rows as {@code state outcome source}, and what else a test asks for. */
    List<String> answers(String... columns) {
        String sql = "SELECT CONCAT_WS(' ', state, outcome, source"
                + (columns.length == 0 ? "" : ", " + String.join(", ", columns)) + ") FROM answer ORDER BY asked_at";
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) {
                answers.add(rows.getString(1).strip());
            }
            return answers;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How the attempts ended, in their order. */
    List<String> attempts() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT outcome FROM attempt ORDER BY attempt_no")) {
            List<String> outcomes = new ArrayList<>();
            while (rows.next()) {
                outcomes.add(rows.getString(1));
            }
            return outcomes;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a text column of the conversations holds, all rows. */
    String stored(String column) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT " + column + " FROM conversation_turn ORDER BY placed_at")) {
            StringBuilder all = new StringBuilder();
            while (rows.next()) {
                all.append(rows.getString(1)).append('\n');
            }
            return all.toString();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void sweep() {
        new ConversationSweep(table, this::settings, clock).run();
    }

    LedgerReports reports() {
        return new LedgerReports(database, this::settings, clock);
    }

    private static DataSource database() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Schema.migrate(dataSource);
        return dataSource;
    }

    private DataSource mayBeAway() {
        return (DataSource) Proxy.newProxyInstance(
                Office.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (databaseIsAway) {
                        throw new SQLException("the database is away");
                    }
                    return method.invoke(database, arguments);
                });
    }

    /** Keeps what an asker's browser would be told. */
    static final class Browser implements AnswerSink {
        final List<AnswerEvent> events = new ArrayList<>();
        final List<Runnable> waiting = new ArrayList<>();
        boolean slow;

        @Override
        public void accept(AnswerEvent event) {
            events.add(event);
        }

        @Override
        public void whenReady(Runnable more) {
            if (slow) {
                waiting.add(more);
            } else {
                more.run();
            }
        }

        AnswerEvent.Meta meta() {
            return (AnswerEvent.Meta) events.get(0);
        }

        AnswerEvent.Done done() {
            return (AnswerEvent.Done) events.get(events.size() - 1);
        }

        AnswerEvent.Failed failed() {
            return (AnswerEvent.Failed) events.get(events.size() - 1);
        }

        List<String> names() {
            return events.stream()
                    .map(event -> event.getClass().getSimpleName())
                    .toList();
        }
    }

    /** A provider that says what a test lets it say, and notices when its connection is closed. */
    static final class Provider implements ChatModel {
        CompletableFuture<Completion> end = new CompletableFuture<>();
        boolean throwsInstead;
        int asked;
        private @Nullable ChatRequest request;
        private @Nullable ChatSink sink;

        @Override
        public CompletionStage<Completion> stream(ChatRequest request, ChatSink sink) {
            asked++;
            if (throwsInstead) {
                throw new IllegalStateException("not even a stage");
            }
            this.request = request;
            this.sink = sink;
            sink.cancellation()
                    .onCancel(() -> end.completeExceptionally(
                            ProviderFault.of(ProviderFault.Kind.CANCELLED, "the asker has gone")
                                    .provider("anthropic", "claude-haiku-4-5")
                                    .build()));
            return end;
        }

        /** Is ready for another question. */
        void renew() {
            end = new CompletableFuture<>();
        }

        ChatRequest request() {
            return Objects.requireNonNull(request, "not asked");
        }

        ChatSink sink() {
            return Objects.requireNonNull(sink, "not asked");
        }
    }

    /** Order 4711, which everybody may see, and nothing else. */
    static final class Orders implements RecordSource {
        int reads;
        String status = "Blocked";
        boolean showsNote = true;
        boolean hidden;
        String contact = "";

        @Override
        public String type() {
            return ORDER.type();
        }

        @Override
        public String department(Asker asker) {
            return "logistics";
        }

        @Override
        public Optional<BusinessRecord> find(String id, Asker asker) {
            reads++;
            if (!id.equals(ORDER.id()) || hidden) {
                return Optional.empty();
            }
            BusinessRecord.Builder order = BusinessRecord.of(ORDER, "Sales order 4711")
                    .version("7", NOW)
                    .organisation("DE01")
                    .identity("status", "Status", status)
                    .date("promisedDate", "Promised", LocalDate.of(2026, 5, 2));
            if (showsNote) {
                order.text("note", "Note", "Call before delivery");
            }
            if (!contact.isEmpty()) {
                order.field(
                        Field.of("contact", "Contact", new Value.Text(contact)).as(Sensitivity.PERSONAL));
            }
            return Optional.of(order.build());
        }
    }

    /** Stands still until a test moves it. */
    static final class Time extends Clock {
        private Instant now = NOW;

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}
