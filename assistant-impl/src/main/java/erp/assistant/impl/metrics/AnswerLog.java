package erp.assistant.impl.metrics;

import erp.assistant.report.AnswerRow;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/**
 * Writes one line per answer to the logger {@code erp.assistant.answer}: who asked about what, how it ended, what it cost, how
 * long it took. Neither question nor answer nor any field of the record is in it.
 */
@Singleton
public final class AnswerLog implements Consumer<AnswerRow> {

    private static final System.Logger LOG = System.getLogger("erp.assistant.answer");

    @Override
    public void accept(AnswerRow row) {
        LOG.log(Level.INFO, () -> line(row));
    }

    static String line(AnswerRow row) {
        return new LogLine()
                .text("call", row.call())
                .text("user", row.user())
                .text("organisation", row.organisation())
                .text("recordType", row.recordType())
                .text("recordId", row.recordId())
                .text("action", row.action())
                .text("outcome", row.outcome())
                .text("source", row.source())
                .text("model", row.model())
                .plain("inputTokens", row.usage().totalInput())
                .plain("cachedTokens", row.usage().cacheRead())
                .plain("outputTokens", row.usage().totalOutput())
                .text("cost", row.cost().map(Money::text).orElse("unpriced"))
                .plain("unpricedAttempts", row.unpricedAttempts())
                .optional("firstMillis", row.firstMillis())
                .plain("totalMillis", row.totalMillis())
                .plain("attempts", row.attempts())
                .toString();
    }
}
