package erp.assistant.impl.ledger;

import erp.assistant.chat.Attribution;
import erp.assistant.impl.config.BudgetLimits;
import erp.assistant.impl.config.BudgetScope;
import erp.assistant.impl.config.Settings;
import erp.assistant.report.EvaluationRuns;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Currency;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The budgets that a request concerns, and what each may hold at most.
 *
 * @param zone in which the month begins
 * @param limits in 10<sup>-9</sup> units of the currency, in the order of locking
 * @param hard whether the limits hold; else they are only watched
 */
record Claims(YearMonth month, ZoneId zone, Currency currency, SortedMap<BudgetKey, Long> limits, boolean hard) {

    Claims {
        limits = Collections.unmodifiableSortedMap(new TreeMap<>(limits));
    }

    /** Those of a request that is sent at this moment. */
    static Claims of(Settings settings, Attribution to, Instant at) {
        BudgetLimits budgets = settings.budgets();
        SortedMap<BudgetKey, Long> limits = new TreeMap<>();
        if (budgets.any()) {
            keys(to).forEach(key -> budgets.limit(key.scope(), key.name()).ifPresent(limit -> limits.put(key, limit)));
        }
        return new Claims(month(settings, at), settings.zone(), settings.currency(), limits, budgets.hard());
    }

    /** All that are configured by name, and the company's. */
    static Claims ofNamed(Settings settings, Instant at) {
        SortedMap<BudgetKey, Long> limits = new TreeMap<>();
        settings.budgets().company().ifPresent(limit -> limits.put(BudgetKey.COMPANY, limit));
        for (BudgetScope scope : BudgetScope.values()) {
            for (Map.Entry<String, Long> budget :
                    settings.budgets().named(scope).entrySet()) {
                limits.put(new BudgetKey(scope, budget.getKey()), budget.getValue());
            }
        }
        return new Claims(
                month(settings, at),
                settings.zone(),
                settings.currency(),
                limits,
                settings.budgets().hard());
    }

    static YearMonth month(Settings settings, Instant at) {
        return YearMonth.from(at.atZone(settings.zone()));
    }

    private static Stream<BudgetKey> keys(Attribution to) {
        if (to.action().equals(EvaluationRuns.ACTION)) {
            return Stream.of(BudgetKey.EVALUATION, BudgetKey.COMPANY);
        }
        Stream<BudgetKey> all = Stream.of(
                new BudgetKey(BudgetScope.USER, to.user()),
                new BudgetKey(BudgetScope.CAPABILITY, to.recordType()),
                new BudgetKey(BudgetScope.CAPABILITY, to.recordType() + "." + to.action()),
                new BudgetKey(BudgetScope.DEPARTMENT, to.department()),
                new BudgetKey(BudgetScope.ORGANISATION, to.organisation()),
                BudgetKey.COMPANY);
        return all.filter(
                key -> key.scope() == BudgetScope.COMPANY || !key.name().isEmpty());
    }

    boolean isEmpty() {
        return limits.isEmpty();
    }

    /** How much may be held and spent before so much more has no room. */
    long most(BudgetKey key, long more) {
        Long limit = hard ? limits.get(key) : null;
        return (limit == null ? Long.MAX_VALUE : limit) - more;
    }

    /** When the budgets begin anew. */
    LocalDate resetDate() {
        return month.plusMonths(1).atDay(1);
    }
}
