package erp.assistant.impl.ledger;

import erp.assistant.Cost;
import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.TokenUsage.Terms;
import erp.assistant.impl.ledger.PriceTable.Tariff;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Prices many settled attempts from one state of the price files. Not safe for use by several threads. */
final class AttemptPricer {

    /** A month has far fewer; names of models come from the providers, and are without number. */
    private static final int MOST_REMEMBERED = 10_000;

    private record Key(String provider, String model, Terms terms, LocalDate day) {}

    private final PriceTable table;
    private final Map<Key, Optional<Tariff>> tariffs = new HashMap<>();

    AttemptPricer(PriceTable table) {
        this.table = table;
    }

    /** The attempt's cost by the same rules as when it was settled; empty if unpriced. */
    Optional<Priced> price(PricedAttempt attempt) {
        TokenUsage usage = attempt.usage();
        if (usage.source() == TokenUsage.Source.CRASH) {
            return table.upperBound(
                    attempt.provider(),
                    attempt.model(),
                    attempt.reservedInput(),
                    attempt.reservedOutput(),
                    attempt.sentAt(),
                    attempt.currency());
        }
        if (usage.isEmpty()) {
            return Optional.of(new Priced(new Cost(0, attempt.currency()), "", ""));
        }
        LocalDate day = PriceTable.day(attempt.sentAt());
        return tariff(new Key(attempt.provider(), attempt.model(), usage.terms(), day))
                .flatMap(tariff -> table.price(tariff, usage, day, attempt.currency()));
    }

    private Optional<Tariff> tariff(Key key) {
        if (tariffs.size() >= MOST_REMEMBERED) {
            tariffs.clear();
        }
        return tariffs.computeIfAbsent(key, any -> table.tariff(key.provider(), key.model(), key.terms(), key.day()));
    }
}
