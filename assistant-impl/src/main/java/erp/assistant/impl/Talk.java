package erp.assistant.impl;

import erp.assistant.AnswerEvent;
import erp.assistant.Question;
import erp.assistant.chat.Completion;
import erp.assistant.impl.conversation.ConversationTable;
import erp.assistant.impl.conversation.StoredConversation;
import erp.assistant.impl.conversation.StoredTurn;
import erp.assistant.impl.conversation.Topic;
import erp.assistant.impl.privacy.Originals;
import erp.assistant.impl.prompt.Earlier;
import erp.assistant.impl.prompt.View;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The conversation that one question belongs to: what was said before, and where its own answer is kept. */
final class Talk {

    private static final Logger LOG = System.getLogger("erp.assistant.conversation");

    /** Nothing was said before and nothing is kept. */
    static final Talk NONE = new Talk("", List.of(), null);

    private final String id;
    private final List<Earlier> earlier;
    private final @Nullable Place place;

    /** An answer as it is kept. */
    record Said(
            UUID call,
            Instant askedAt,
            String shown,
            String answer,
            Originals originals,
            AnswerEvent.Meta meta,
            AnswerEvent.Done done) {}

    /** Where a turn goes. */
    private record Place(
            UUID id,
            boolean begun,
            Topic topic,
            String label,
            Question question,
            String view,
            Optional<StoredTurn> replaced,
            ConversationTable table) {}

    private Talk(String id, List<Earlier> earlier, @Nullable Place place) {
        this.id = id;
        this.earlier = earlier;
        this.place = place;
    }

    /**
     * Of a question, with the whole answers of models that were given while the asker saw the record as now: any other could hold
     * what the asker may no longer see, or what is no longer so. Whoever wants another answer to a question has it made from what
     * was said before that question, and it takes the first one's place.
     */
    static Talk of(
            Optional<StoredConversation> known,
            Topic topic,
            Question question,
            String label,
            View view,
            ConversationTable table) {
        UUID id = known.map(StoredConversation::id).orElseGet(UUID::randomUUID);
        List<StoredTurn> turns = known.map(StoredConversation::turns).orElse(List.of());
        int at = question.again() ? lastOf(question.text(), turns) : -1;
        Optional<StoredTurn> replaced = at < 0 ? Optional.empty() : Optional.of(turns.get(at));
        List<Earlier> earlier = turns.subList(0, at < 0 ? turns.size() : at).stream()
                .filter(turn -> !turn.answer().isEmpty() && turn.view().equals(view.fingerprint()))
                .map(turn -> new Earlier(turn.question(), turn.answer(), turn.originals()))
                .toList();
        return new Talk(
                id.toString(),
                earlier,
                new Place(id, known.isPresent(), topic, label, question, view.fingerprint(), replaced, table));
    }

    private static int lastOf(String question, List<StoredTurn> turns) {
        for (int i = turns.size() - 1; i >= 0; i--) {
            if (turns.get(i).question().equals(question)) {
                return i;
            }
        }
        return -1;
    }

    /** Empty if none is kept. */
    String id() {
        return id;
    }

    /** Oldest first. */
    List<Earlier> earlier() {
        return earlier;
    }

    /** Keeps an answer; one that cannot be is given all the same. Blocks on the database. */
    void keep(Said said) {
        if (place == null) {
            return;
        }
        try {
            keep(place, said);
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.WARNING, "answer " + said.call() + " could not be kept for its conversation", e);
        }
    }

    private static void keep(Place place, Said said) throws SQLException {
        StoredTurn turn = new StoredTurn(
                said.call(),
                place.replaced().map(StoredTurn::placedAt).orElse(said.askedAt()),
                said.askedAt(),
                place.question().action(),
                place.question().text(),
                said.shown(),
                sentOn(said.done()) ? said.answer() : "",
                said.originals(),
                place.view(),
                said.meta(),
                said.done());
        if (place.begun()) {
            // Otherwise it was deleted meanwhile and stays so.
            place.table().add(place.id(), place.topic().asker(), place.label(), turn, replaced(place, said));
        } else {
            place.table().begin(place.id(), place.topic(), place.label(), turn);
        }
    }

    /** A whole answer is not given up for one that is not. */
    private static Optional<UUID> replaced(Place place, Said said) {
        return said.done().reason().complete() ? place.replaced().map(StoredTurn::call) : Optional.empty();
    }

    private static boolean sentOn(AnswerEvent.Done done) {
        return done.reason() == Completion.Reason.END && done.source() != Completion.Source.OFFLINE;
    }
}
