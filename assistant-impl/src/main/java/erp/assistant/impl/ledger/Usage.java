package erp.assistant.impl.ledger;

import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.TokenUsage.Terms;
import erp.assistant.impl.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Token usage as columns, and the sum of several attempts. */
final class Usage {

    private Usage() {}

    /** Reads the columns of an attempt. */
    static TokenUsage ofAttempt(ResultSet row) throws SQLException {
        return read(row, new Terms(Sql.text(row, "service_tier"), Sql.text(row, "inference_geo")));
    }

    /** Reads the columns of an answer, whose attempts may have been made under different terms. */
    static TokenUsage ofAnswer(ResultSet row) throws SQLException {
        return read(row, Terms.NOT_TOLD);
    }

    private static TokenUsage read(ResultSet row, Terms terms) throws SQLException {
        String source = Sql.text(row, "usage_source");
        return new TokenUsage(
                row.getLong("input_tokens"),
                row.getLong("cache_read_tokens"),
                row.getLong("cache_write_5m_tokens"),
                row.getLong("cache_write_1h_tokens"),
                row.getLong("cache_write_other_tokens"),
                row.getLong("output_tokens"),
                row.getLong("reasoning_tokens"),
                row.getLong("web_searches"),
                terms,
                source.isEmpty() ? TokenUsage.Source.NONE : TokenUsage.Source.valueOf(source.toUpperCase(Locale.ROOT)));
    }

    static String source(TokenUsage usage) {
        return usage.source().name().toLowerCase(Locale.ROOT);
    }

    /** The sum; its source is the least certain one of those that asked a provider. */
    static TokenUsage sum(List<TokenUsage> parts) {
        TokenUsage.Source source = parts.stream()
                .map(TokenUsage::source)
                .filter(each -> each != TokenUsage.Source.NONE)
                // The order of the constants is from certain to uncertain.
                .max(Comparator.naturalOrder())
                .orElse(TokenUsage.Source.NONE);
        return new TokenUsage(
                parts.stream().mapToLong(TokenUsage::input).sum(),
                parts.stream().mapToLong(TokenUsage::cacheRead).sum(),
                parts.stream().mapToLong(TokenUsage::cacheWrite5m).sum(),
                parts.stream().mapToLong(TokenUsage::cacheWrite1h).sum(),
                parts.stream().mapToLong(TokenUsage::cacheWriteOther).sum(),
                parts.stream().mapToLong(TokenUsage::output).sum(),
                parts.stream().mapToLong(TokenUsage::reasoning).sum(),
                parts.stream().mapToLong(TokenUsage::webSearches).sum(),
                Terms.NOT_TOLD,
                source);
    }
}
