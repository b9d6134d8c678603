package erp.assistant.impl.ledger;

import erp.assistant.chat.TokenUsage;
import java.util.function.ToLongFunction;

/** The classes of tokens that providers price apart. Reasoning is priced as output. */
enum TokenClass {
    INPUT("input", TokenUsage::input),
    CACHE_READ("cache_read", TokenUsage::cacheRead),
    CACHE_WRITE_5M("cache_write_5m", TokenUsage::cacheWrite5m),
    CACHE_WRITE_1H("cache_write_1h", TokenUsage::cacheWrite1h),
    OUTPUT("output", TokenUsage::totalOutput);

    private final String column;
    private final ToLongFunction<TokenUsage> count;

    TokenClass(String column, ToLongFunction<TokenUsage> count) {
        this.column = column;
        this.count = count;
    }

    /** The column of the price file. */
    String column() {
        return column;
    }

    long tokens(TokenUsage usage) {
        return count.applyAsLong(usage);
    }
}
