package erp.assistant.web;

import erp.assistant.AnswerEvent;
import erp.assistant.Cost;
import erp.assistant.Problem;
import erp.assistant.RecordContext;
import erp.assistant.chat.Completion;
import erp.assistant.chat.TokenUsage;
import erp.assistant.record.RecordRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The events that tests tell. */
final class Events {

    static final AnswerEvent.Meta META = new AnswerEvent.Meta(
            "5d0f",
            new RecordRef("sales-order", "4711"),
            "Sales order \"4711\"",
            "7",
            Instant.parse("2026-05-04T22:30:00Z"),
            12,
            3);

    static final AnswerEvent.Failed FAILED =
            new AnswerEvent.Failed(Problem.of(Problem.Code.TIMEOUT, "The AI provider took too long."));

    private Events() {}

    static AnswerEvent.Delta delta(String text) {
        return new AnswerEvent.Delta(text);
    }

    static AnswerEvent.Done done(Completion.Reason reason, Optional<Cost> cost) {
        return new AnswerEvent.Done(
                reason,
                Completion.Source.BACKUP,
                "claude-haiku-4-5",
                new TokenUsage(412, 100, 20, 5, 50, 8, TokenUsage.Source.REPORTED),
                cost,
                Optional.of(Duration.ofMillis(1_100)),
                Duration.ofMillis(19_100),
                List.of(new AnswerEvent.Citation("promisedDate", "Promised", "2 May")),
                new AnswerEvent.Figures(4, List.of("17")),
                new AnswerEvent.Language("en", Optional.of("de")),
                new AnswerEvent.Receipt(
                        List.of(
                                new AnswerEvent.SentValue("promisedDate", "Promised", false),
                                new AnswerEvent.SentValue("salesPerson", "Sales person", true)),
                        0,
                        List.of(new RecordContext.LeftOut("margin", "Margin", "secret")),
                        List.of(new AnswerEvent.Recipient("anthropic", "EU"))));
    }

    static AnswerEvent.Done done() {
        return done(Completion.Reason.END, Optional.of(new Cost(3_118_000, Currency.getInstance("EUR"))));
    }
}
