package erp.assistant.impl.ledger;

import erp.assistant.chat.TokenUsage;

/** The classes of tokens that providers price apart. Reasoning is priced as output. */
enum TokenClass {
    INPUT("input"),
    CACHE_READ("cache_read"),
    CACHE_WRITE_5M("cache_write_5m"),
    CACHE_WRITE_1H("cache_write_1h"),
    OUTPUT("output");

    private final String column;

    TokenClass(String column) {
        this.column = column;
    }

    /** The column of the price file. */
    String column() {
        return column;
    }

    long tokens(TokenUsage usage) {
        return switch (this) {
            case INPUT -> usage.input();
            case CACHE_READ -> usage.cacheRead();
            case CACHE_WRITE_5M -> usage.cacheWrite5m();
            case CACHE_WRITE_1H -> usage.cacheWrite1h();
            case OUTPUT -> usage.totalOutput();
        };
    }
}
