package erp.assistant.impl.evaluation;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.evaluation.EvaluationCase;
import erp.assistant.report.EvaluationPlan.Asked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers at once, or waits for a test to answer. */
final class FakeQuestions implements Questions {

    static final long BOUND = 5_000_000L;

    final List<String> asked = new ArrayList<>();
    final Map<String, Reply> bySlot = new HashMap<>();
    final Set<String> notAvailableTo = new HashSet<>();
    Optional<Long> bound = Optional.of(BOUND);
    boolean waits;
    int stops;
    private @Nullable Consumer<Reply> waiting;

    FakeQuestions() {
        bySlot.put("primary", Cases.reply("12 days late, says Meyer.", Map.of("daysLate", "12"), "daysLate"));
        bySlot.put("backup", Cases.reply("It is late.", Map.of("daysLate", "12")));
    }

    @Override
    public String label(Asked who) {
        if (who.slot().equals("backup") && !bySlot.containsKey("backup")) {
            throw new AssistantException(
                    Problem.of(Problem.Code.QUESTION_INVALID, "No provider is configured as backup."));
        }
        return who.slot() + ": model-1";
    }

    @Override
    public Prepared prepare(EvaluationCase content, String language, Asked who, String by) {
        if (notAvailableTo.contains(content.user())) {
            throw new AssistantException(Problem.of(Problem.Code.RECORD_NOT_AVAILABLE, "not available"));
        }
        return new Prepared() {
            @Override
            public Optional<Long> bound() {
                return bound;
            }

            @Override
            public void send(Consumer<Reply> end) {
                asked.add(content.id() + " " + language + " " + who.slot() + " by " + by);
                if (waits) {
                    waiting = end;
                } else {
                    end.accept(bySlot.getOrDefault(who.slot(), Reply.none("provider-unavailable", false)));
                }
            }

            @Override
            public void stop() {
                stops++;
                answer(Reply.none("stopped", false));
            }
        };
    }

    /** Ends the answer that waits. */
    void answer(Reply reply) {
        Consumer<Reply> end = waiting;
        waiting = null;
        if (end != null) {
            end.accept(reply);
        }
    }
}
