package erp.assistant.impl.ledger;

import erp.assistant.Cost;
import erp.assistant.chat.TokenUsage;
import erp.assistant.report.LedgerRow;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The attempts of an answer, added up.
 *
 * @param unpriced attempts that are not in the cost: no known price, still open, or in a currency the company has left
 * @param cost empty if there are attempts and all are unpriced; zero if there was none
 */
record AnswerTotals(int attempts, int unpriced, TokenUsage usage, Optional<Cost> cost) {

    static AnswerTotals of(List<LedgerRow> attempts, Currency currency) {
        List<Cost> costs = attempts.stream()
                .flatMap(row -> row.cost().stream())
                .filter(cost -> cost.currency().equals(currency))
                .toList();
        TokenUsage usage = Usage.sum(attempts.stream().map(LedgerRow::usage).toList());
        boolean known = attempts.isEmpty() || !costs.isEmpty();
        return new AnswerTotals(
                attempts.size(),
                attempts.size() - costs.size(),
                usage,
                known ? Optional.of(costs.stream().reduce(new Cost(0, currency), Cost::plus)) : Optional.empty());
    }
}
