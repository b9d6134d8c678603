package erp.assistant.report;

import erp.assistant.Cost;
import erp.assistant.chat.TokenUsage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One answer as the asker had it, over all its attempts.
 *
 * @param call identifies the answer; its attempts carry the same
 * @param outcome {@code end}, {@code length}, {@code refusal}, {@code truncated}, {@code stopped}, {@code timeout}, or {@code
 *     failed} if there was an error instead of an answer
 * @param source {@code primary}, {@code backup}, {@code offline}, {@code cache}, or empty if it failed
 * @param usage the tokens of all attempts together
 * @param cost what the priced attempts cost; empty if all are unpriced
 * @param providers the names of those that were asked, in this order, each once
 * @param firstMillis from the question's arrival to the first text
 */
public record AnswerRow(
        String call,
        Instant askedAt,
        String user,
        String organisation,
        String recordType,
        String recordId,
        String action,
        String outcome,
        String source,
        String model,
        TokenUsage usage,
        Optional<Cost> cost,
        int unpricedAttempts,
        int attempts,
        List<String> providers,
        OptionalLong firstMillis,
        long totalMillis) {

    public AnswerRow {
        providers = List.copyOf(providers);
    }

    /** The same, with those who were asked for it. */
    public AnswerRow askedOf(List<String> providers) {
        return new AnswerRow(
                call,
                askedAt,
                user,
                organisation,
                recordType,
                recordId,
                action,
                outcome,
                source,
                model,
                usage,
                cost,
                unpricedAttempts,
                attempts,
                providers,
                firstMillis,
                totalMillis);
    }
}
