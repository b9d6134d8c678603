package erp.assistant;

import erp.assistant.chat.Completion;
import erp.assistant.chat.TokenUsage;
import erp.assistant.record.RecordRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One event of an answer, in the order in which they are declared. */
public sealed interface AnswerEvent {

    /**
     * The answer has begun.
     *
     * @param sentFields how many values of the record are sent
     * @param leftOut how many values the record has that are not sent
     * @param conversation for the next question of the conversation; empty if none is kept
     * @param earlierTurns how many earlier questions with their answers are sent along
     */
    record Meta(
            String answer,
            RecordRef record,
            String label,
            String version,
            Instant asOf,
            int sentFields,
            int leftOut,
            String conversation,
            int earlierTurns)
            implements AnswerEvent {

        /** Of an answer outside any conversation. */
        public Meta(
                String answer,
                RecordRef record,
                String label,
                String version,
                Instant asOf,
                int sentFields,
                int leftOut) {
            this(answer, record, label, version, asOf, sentFields, leftOut, "", 0);
        }
    }

    /** The next piece of text; never empty. */
    record Delta(String text) implements AnswerEvent {}

    /** The text so far is void; the answer starts anew on another provider. */
    record Restart(String reason) implements AnswerEvent {}

    /**
     * The answer has ended and everything is recorded.
     *
     * @param cost what all attempts cost; empty if a model has no known price
     * @param first from the question's arrival to the first text; empty if none came
     * @param total from the question's arrival to the end
     * @param citations the record's values that the text cites, in order of first mention
     * @param receipt what left the company for it
     * @param cachedAt when the answer was first given, if it is repeated from the cache
     */
    record Done(
            Completion.Reason reason,
            Completion.Source source,
            String model,
            TokenUsage usage,
            Optional<Cost> cost,
            Optional<Duration> first,
            Duration total,
            List<Citation> citations,
            Figures figures,
            Language language,
            Receipt receipt,
            Optional<Instant> cachedAt)
            implements AnswerEvent {
        public Done {
            citations = List.copyOf(citations);
        }

        /** Of an answer that is given for the first time. */
        public Done(
                Completion.Reason reason,
                Completion.Source source,
                String model,
                TokenUsage usage,
                Optional<Cost> cost,
                Optional<Duration> first,
                Duration total,
                List<Citation> citations,
                Figures figures,
                Language language,
                Receipt receipt) {
            this(
                    reason,
                    source,
                    model,
                    usage,
                    cost,
                    first,
                    total,
                    citations,
                    figures,
                    language,
                    receipt,
                    Optional.empty());
        }
    }

    /** The answer has failed and everything is recorded. */
    record Failed(Problem problem) implements AnswerEvent {}

    /**
     * The language of an answer.
     *
     * @param asked the asker's, an ISO 639 code
     * @param answered the one that the text is in, as its words tell; empty if they do not
     */
    record Language(String asked, Optional<String> answered) {}

    /**
     * What left the company for an answer; names of values, not the values.
     *
     * @param sent the values that the prompt holds, in its order
     * @param rows how many child rows they are from
     * @param leftOut what the record has that the prompt does not hold
     * @param recipients whom the prompt was sent to, in this order; none for an answer from the cache or from the record itself
     */
    record Receipt(List<SentValue> sent, int rows, List<RecordContext.LeftOut> leftOut, List<Recipient> recipients) {
        public Receipt {
            sent = List.copyOf(sent);
            leftOut = List.copyOf(leftOut);
            recipients = List.copyOf(recipients);
        }

        /** How many of the values sent have a token in the place of personal data. */
        public int masked() {
            return (int) sent.stream().filter(SentValue::masked).count();
        }
    }

    /** A value that the prompt holds, and whether a token stands in it for personal data. */
    record SentValue(String id, String label, boolean masked) {}

    /**
     * A provider that was asked.
     *
     * @param region where it works as the admin says; empty if that is not known
     */
    record Recipient(String provider, String region) {}

    /** A value of the record that the text cites with {@code [#id]}. */
    record Citation(String id, String label, String value) {}

    /**
     * The figures in the text, compared with the values that were sent.
     *
     * @param checked how many figures the text has
     * @param unmatched those that no sent value explains
     */
    record Figures(int checked, List<String> unmatched) {
        public Figures {
            unmatched = List.copyOf(unmatched);
            if (checked < unmatched.size()) {
                throw new IllegalArgumentException(
                        "more unmatched figures than figures: " + Objects.toString(unmatched));
            }
        }
    }
}
