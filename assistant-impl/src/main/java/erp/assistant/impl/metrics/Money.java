package erp.assistant.impl.metrics;

import erp.assistant.Cost;

/** Sums of money as log lines show them, such as {@code 0.003118 EUR}. */
final class Money {

    private Money() {}

    static String text(Cost cost) {
        return cost.amount().toPlainString() + " " + cost.currency().getCurrencyCode();
    }
}
