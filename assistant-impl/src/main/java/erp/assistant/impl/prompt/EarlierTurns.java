package erp.assistant.impl.prompt;

import erp.assistant.chat.Turn;
import erp.assistant.impl.config.Remembering;
import java.util.ArrayList;
import java.util.List;

/**
 * The earlier turns of a conversation as they are sent, oldest first, in pairs of a question and its answer.
 *
 * <p>They are the first thing after the instructions and hold nothing but what was said, so that each request of a conversation begins
 * as the one before: the provider has that in its cache. The record, read anew, comes after them. For the same reason tokens are
 * numbered here before anywhere else, and the oldest pairs go several at a time.
 *
 * @param tokens the estimated tokens of all of them
 */
record EarlierTurns(List<Turn> turns, int tokens) {

    /** What a chat format adds around a message. */
    private static final int AROUND_TOKENS = 8;

    EarlierTurns {
        turns = List.copyOf(turns);
    }

    /** As many of the latest as the configuration allows. */
    static EarlierTurns of(List<Earlier> earlier, Wording wording, Remembering limits) {
        List<Earlier> inNumber =
                earlier.subList(Math.min(earlier.size(), surplus(earlier.size(), limits.turns())), earlier.size());
        List<Turn> turns = new ArrayList<>();
        int tokens = 0;
        for (Earlier one : withinTokens(inNumber, limits.tokens())) {
            String question = wording.masked(DataText.question(one.question()));
            String answer = wording.again(one.answer(), one.originals());
            if (!question.isBlank() && !answer.isBlank()) {
                turns.add(new Turn(Turn.Role.USER, question));
                turns.add(new Turn(Turn.Role.ASSISTANT, answer));
                tokens += cost(question) + cost(answer);
            }
        }
        return new EarlierTurns(turns, tokens);
    }

    private static List<Earlier> withinTokens(List<Earlier> earlier, int most) {
        int all = earlier.stream().mapToInt(EarlierTurns::cost).sum();
        int surplus = surplus(all, most);
        int first = 0;
        for (int dropped = 0; first < earlier.size() && dropped < surplus; first++) {
            dropped += cost(earlier.get(first));
        }
        return earlier.subList(first, earlier.size());
    }

    /** How much of the oldest goes: half of the limit at a time, so that the beginning stays the same for a while. */
    private static int surplus(int size, int most) {
        if (size <= most) {
            return 0;
        }
        int step = Math.max(1, most / 2);
        return (size - most + step - 1) / step * step;
    }

    private static int cost(Earlier one) {
        return cost(one.question()) + cost(one.answer());
    }

    private static int cost(String text) {
        return TokenEstimate.of(text) + AROUND_TOKENS;
    }

    /** How many questions with their answers. */
    int pairs() {
        return turns.size() / 2;
    }

    /** All of their text. */
    String text() {
        StringBuilder text = new StringBuilder();
        turns.forEach(turn -> text.append(turn.text()).append('\n'));
        return text.toString();
    }
}
