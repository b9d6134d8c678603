package erp.assistant.impl;

import erp.assistant.AnswerEvent;
import erp.assistant.AssistantException;
import erp.assistant.Conversation;
import erp.assistant.Conversations;
import erp.assistant.Problem;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.conversation.ConversationTable;
import erp.assistant.impl.conversation.StoredConversation;
import erp.assistant.impl.conversation.StoredTurn;
import erp.assistant.impl.prompt.View;
import erp.assistant.impl.record.RecordCatalogue;
import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.RecordRef;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Each person's own conversations, as far as the person may still see their records. */
@Singleton
public class OwnConversations implements Conversations {

    private static final int LONGEST_TITLE = 100;

    private final ConversationTable table;
    private final RecordCatalogue records;
    private final SettingsSource settings;
    private final Clock clock;

    @Inject
    public OwnConversations(ConversationTable table, RecordCatalogue records, SettingsSource settings, Clock clock) {
        this.table = table;
        this.records = records;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean kept() {
        return settings.current().remembering().conversations();
    }

    @Override
    public List<Conversation> list(Asker asker, String search) {
        if (!kept()) {
            return List.of();
        }
        String words = search.strip().toLowerCase(Locale.ROOT);
        Map<RecordRef, Optional<View>> views = new HashMap<>();
        List<Conversation> list = new ArrayList<>();
        for (StoredConversation one : read(() -> table.list(asker.name(), oldest()))) {
            if (list.size() == MOST_LISTED) {
                break;
            }
            if (!mayHold(one, words)) {
                continue;
            }
            Optional<View> view = views.computeIfAbsent(one.topic().record(), record -> view(record, asker));
            if (view.isPresent() && holds(one, words, view.get())) {
                list.add(conversation(one, List.of()));
            }
        }
        return list;
    }

    @Override
    public Optional<Conversation> find(String id, Asker asker) {
        if (!kept()) {
            return Optional.empty();
        }
        return ConversationMemory.id(id)
                .flatMap(known -> read(() -> table.find(known, asker.name(), oldest())))
                .flatMap(found -> view(found.topic().record(), asker).map(view -> whole(found, view)));
    }

    @Override
    public boolean delete(String id, String asker) {
        return ConversationMemory.id(id)
                .map(known -> read(() -> table.delete(known, asker)))
                .orElse(false);
    }

    @Override
    public int deleteAll(String asker) {
        return read(() -> table.deleteAll(asker));
    }

    private Instant oldest() {
        return clock.instant().minus(settings.current().remembering().retention());
    }

    /** What the asker may see of a record now; empty if that is nothing. */
    private Optional<View> view(RecordRef ref, Asker asker) {
        try {
            BusinessRecord record = records.load(ref, asker);
            return Optional.of(View.of(record, asker, settings.current()));
        } catch (AssistantException e) {
            if (e.problem().code() != Problem.Code.RECORD_NOT_AVAILABLE) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static boolean mayHold(StoredConversation one, String words) {
        return words.isEmpty() || one.turns().stream().anyMatch(turn -> asked(turn, words) || answered(turn, words));
    }

    /** An answer that is withheld is not searched either. */
    private static boolean holds(StoredConversation one, String words, View view) {
        return words.isEmpty()
                || one.turns().stream()
                        .anyMatch(turn -> asked(turn, words) || (shown(turn, view) && answered(turn, words)));
    }

    private static boolean asked(StoredTurn turn, String words) {
        return turn.question().toLowerCase(Locale.ROOT).contains(words);
    }

    private static boolean answered(StoredTurn turn, String words) {
        return turn.shown().toLowerCase(Locale.ROOT).contains(words);
    }

    /** Whether the asker may still have sent all that the answer was made from, whatever its value is by now. */
    private static boolean shown(StoredTurn turn, View view) {
        Set<String> allowed = view.ids();
        return turn.done().receipt().sent().stream().allMatch(value -> allowed.contains(value.id()));
    }

    private static Conversation whole(StoredConversation found, View view) {
        return conversation(
                found,
                found.turns().stream()
                        .map(turn -> exchange(turn, shown(turn, view)))
                        .toList());
    }

    private static Conversation conversation(StoredConversation one, List<Conversation.Exchange> turns) {
        return new Conversation(
                one.id().toString(),
                title(one.turns().get(0).question()),
                one.topic().record(),
                one.label(),
                one.updatedAt(),
                turns);
    }

    private static Conversation.Exchange exchange(StoredTurn turn, boolean shown) {
        return new Conversation.Exchange(
                turn.question(),
                turn.action(),
                shown ? turn.shown() : "",
                turn.meta(),
                shown ? turn.done() : withoutValues(turn.done()),
                !shown);
    }

    private static AnswerEvent.Done withoutValues(AnswerEvent.Done done) {
        return new AnswerEvent.Done(
                done.reason(),
                done.source(),
                done.model(),
                done.usage(),
                done.cost(),
                done.first(),
                done.total(),
                List.of(),
                new AnswerEvent.Figures(done.figures().checked(), List.of()),
                done.language(),
                done.receipt(),
                done.cachedAt());
    }

    private static String title(String question) {
        String line = question.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST_TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE)).stripTrailing() + "…";
    }

    /** What the database is asked. */
    private interface Reading<T> {
        T read() throws SQLException;
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (SQLException e) {
            throw new IllegalStateException("the conversations could not be read or deleted", e);
        }
    }
}
