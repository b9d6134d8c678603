package erp.assistant.web;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A part of a whole in percent. */
final class Shares {

    private static final JsonProvider JSON = JsonProvider.provider();

    private Shares() {}

    /** The share with three decimals, rounded down so that 99.9996 is not shown as 100; {@code null} if there is no whole. */
    static JsonValue percent(long part, long whole) {
        if (whole == 0) {
            return JsonValue.NULL;
        }
        return JSON.createValue(BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(whole), 3, RoundingMode.DOWN));
    }
}
