package erp.assistant.impl;

import erp.assistant.AnswerEvent;
import erp.assistant.AnswerSink;
import erp.assistant.Cost;
import erp.assistant.Problem;
import erp.assistant.chat.Completion;
import erp.assistant.chat.Fact;
import erp.assistant.impl.evaluation.Reply;
import erp.assistant.impl.ledger.Ledger;
import erp.assistant.impl.prompt.WrittenPrompt;
import erp.assistant.report.AnswerRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Takes an answer as a browser would, and makes of it what is judged. */
final class ReplySink implements AnswerSink {

    private final WrittenPrompt written;
    private final UUID call;
    private final Ledger ledger;
    private final Consumer<Reply> end;
    private final StringBuilder text = new StringBuilder();

    /** @param end takes the reply, once */
    ReplySink(WrittenPrompt written, UUID call, Ledger ledger, Consumer<Reply> end) {
        this.written = written;
        this.call = call;
        this.ledger = ledger;
        this.end = end;
    }

    @Override
    public void accept(AnswerEvent event) {
        if (event instanceof AnswerEvent.Delta delta) {
            text.append(delta.text());
        } else if (event instanceof AnswerEvent.Restart) {
            text.setLength(0);
        } else if (event instanceof AnswerEvent.Done done) {
            end.accept(reply(done));
        } else if (event instanceof AnswerEvent.Failed failed) {
            end.accept(reply(failed.problem()));
        }
    }

    private Reply reply(AnswerEvent.Done done) {
        String problem = switch (done.reason()) {
            case END, LENGTH, REFUSAL -> "";
            case TRUNCATED, STOPPED, TIMEOUT, LOOKUP -> done.reason().name().toLowerCase(Locale.ROOT);
        };
        return new Reply(
                text.toString(),
                sent(),
                done.citations().stream().map(AnswerEvent.Citation::id).collect(Collectors.toSet()),
                done.figures(),
                done.language().answered(),
                done.reason() == Completion.Reason.REFUSAL,
                problem,
                done.usage().totalInput(),
                done.usage().totalOutput(),
                done.cost().map(Cost::nanos),
                done.first().map(first -> OptionalLong.of(first.toMillis())).orElseGet(OptionalLong::empty),
                done.total().toMillis(),
                done.model(),
                written.prompt().template());
    }

    /** What a failed answer used is in the ledger alone. */
    private Reply reply(Problem problem) {
        Optional<AnswerRow> row = ledger.answer(call);
        return new Reply(
                "",
                sent(),
                Set.of(),
                new AnswerEvent.Figures(0, List.of()),
                Optional.empty(),
                false,
                problem.code().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                row.map(known -> known.usage().totalInput()).orElse(0L),
                row.map(known -> known.usage().totalOutput()).orElse(0L),
                row.flatMap(AnswerRow::cost).map(Cost::nanos),
                OptionalLong.empty(),
                row.map(AnswerRow::totalMillis).orElse(0L),
                row.map(AnswerRow::model).orElse(""),
                written.prompt().template());
    }

    private Map<String, String> sent() {
        Map<String, String> sent = new LinkedHashMap<>();
        for (Fact fact : written.prompt().facts()) {
            sent.put(fact.id(), fact.value());
        }
        return sent;
    }
}
