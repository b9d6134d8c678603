package erp.assistant.impl.ledger;

import erp.assistant.chat.TokenUsage;
import java.math.BigDecimal;

/** What providers price apart. Reasoning is priced as output. */
enum PriceClass {
    INPUT("input", 1_000_000),
    CACHE_READ("cache_read", 1_000_000),
    CACHE_WRITE_5M("cache_write_5m", 1_000_000),
    CACHE_WRITE_1H("cache_write_1h", 1_000_000),
    CACHE_WRITE_OTHER("cache_write_other", 1_000_000),
    OUTPUT("output", 1_000_000),
    WEB_SEARCH("web_search", 1_000);

    private final String column;
    private final BigDecimal microsPerOne;

    PriceClass(String column, int per) {
        this.column = column;
        this.microsPerOne = BigDecimal.valueOf(1_000_000 / per);
    }

    /** The column of the price file. */
    String column() {
        return column;
    }

    boolean isTokens() {
        return this != WEB_SEARCH;
    }

    long count(TokenUsage usage) {
        return switch (this) {
            case INPUT -> usage.input();
            case CACHE_READ -> usage.cacheRead();
            case CACHE_WRITE_5M -> usage.cacheWrite5m();
            case CACHE_WRITE_1H -> usage.cacheWrite1h();
            case CACHE_WRITE_OTHER -> usage.cacheWriteOther();
            case OUTPUT -> usage.totalOutput();
            case WEB_SEARCH -> usage.webSearches();
        };
    }

    /** What so many cost at a price of the file, in millionths of the currency's unit; exact. */
    BigDecimal micros(BigDecimal price, long count) {
        return price.multiply(microsPerOne).multiply(BigDecimal.valueOf(count));
    }
}
