package sample.erp.ledger;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sample.erp.listing.Listing;
import sample.erp.organisation.Documents;
import sample.erp.organisation.Person;

/** Finds accounts of the general ledger and shows them to those who may see it. */
@Singleton
public class LedgerAccounts {

    private static final Listing<LedgerAccount> LIST = new Listing<>(
            LedgerAccount.class,
            "LedgerAccount d",
            "d",
            "d.organisation",
            List.of("d.number", "d.name"),
            Map.of(
                    "number", "d.number",
                    "name", "d.name",
                    "kind", "d.kind",
                    "organisation", "d.organisation.code"),
            Map.of(),
            Map.of(),
            "d.number asc");

    private static final int MONTHS = 12;
    private static final int DRIVERS = 5;
    private static final int ENTRIES = 40;

    private final Clock clock;

    @Inject
    public LedgerAccounts(Clock clock) {
        this.clock = clock;
    }

    /** The list of them as the person may use it; whether they may see it at all is the caller's to ask. */
    public static Listing<LedgerAccount> list(Person person) {
        return LIST;
    }

    /** Returns the account of this number, or nothing if there is none that the person may see. */
    public Optional<LedgerAccountSheet> find(EntityManager em, Person person, String key) {
        return person.role().seesLedger()
                ? Documents.find(em, person, key, LedgerAccount.class).map(account -> sheet(em, account, person))
                : Optional.empty();
    }

    private LedgerAccountSheet sheet(EntityManager em, LedgerAccount account, Person person) {
        LocalDate end = LocalDate.now(clock).withDayOfMonth(1);
        LocalDate first = end.minusMonths(MONTHS);
        Year now = new Year(em, account, first, end, person.role().seesPayroll());
        Year before = new Year(
                em, account, first.minusMonths(MONTHS), first, person.role().seesPayroll());
        BigDecimal actual = now.posted();
        BigDecimal budget = now.budgeted();
        BigDecimal lastYear = before.posted();
        BigDecimal oneOff = sum(
                now.postings.stream().filter(posting -> !posting.recurring()).map(Posting::amount));
        return new LedgerAccountSheet(
                account.organisation().code(),
                account.organisation().currency().getCurrencyCode(),
                account.number(),
                first + "-" + now.postings.size() + "-" + actual,
                actual.compareTo(budget) > 0 ? "Over budget" : "Within budget",
                account.name(),
                account.kind(),
                first,
                end.minusDays(1),
                actual,
                budget,
                lastYear,
                actual.subtract(budget),
                percent(actual.subtract(budget), budget),
                actual.subtract(lastYear),
                percent(actual.subtract(lastYear), lastYear),
                oneOff,
                actual.subtract(oneOff),
                sum(before.postings.stream().filter(Posting::recurring).map(Posting::amount)),
                now.hidden,
                now.drivers(),
                now.centres(before),
                months(now, before, first),
                now.postings.stream().limit(ENTRIES).map(LedgerAccounts::entry).toList());
    }

    private static List<LedgerAccountSheet.Month> months(Year now, Year before, LocalDate first) {
        return IntStream.range(0, MONTHS)
                .mapToObj(first::plusMonths)
                .map(month -> new LedgerAccountSheet.Month(
                        month, now.posted(month), now.budgeted(month), before.posted(month.minusMonths(MONTHS))))
                .toList();
    }

    private static LedgerAccountSheet.Entry entry(Posting posting) {
        return new LedgerAccountSheet.Entry(
                posting.postedOn(),
                posting.document(),
                posting.text(),
                posting.costCentre().code(),
                posting.amount());
    }

    private static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.movePointRight(2).divide(whole, 1, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    /** Postings and budgets of an account from a day on until before another, as far as they may be seen. */
    private static final class Year {

        private final List<Posting> postings;
        private final List<AccountBudget> budgets;
        private final int hidden;

        Year(EntityManager em, LedgerAccount account, LocalDate first, LocalDate end, boolean payroll) {
            List<Posting> all = em.createQuery(
                            "select p from Posting p join fetch p.costCentre where p.account = :account"
                                    + " and p.postedOn >= :first and p.postedOn < :end order by p.postedOn desc, p.id desc",
                            Posting.class)
                    .setParameter("account", account)
                    .setParameter("first", first)
                    .setParameter("end", end)
                    .getResultList();
            postings = all.stream()
                    .filter(posting -> payroll || !posting.costCentre().restricted())
                    .toList();
            budgets = em.createQuery(
                            "select b from AccountBudget b join fetch b.costCentre where b.account = :account"
                                    + " and b.firstDay >= :first and b.firstDay < :end",
                            AccountBudget.class)
                    .setParameter("account", account)
                    .setParameter("first", first)
                    .setParameter("end", end)
                    .getResultStream()
                    .filter(row -> payroll || !row.costCentre().restricted())
                    .toList();
            hidden = (int) all.stream()
                    .map(Posting::costCentre)
                    .filter(centre -> !payroll && centre.restricted())
                    .distinct()
                    .count();
        }

        BigDecimal posted() {
            return sum(postings.stream().map(Posting::amount));
        }

        BigDecimal posted(LocalDate month) {
            return sum(postings.stream()
                    .filter(posting -> posting.postedOn().withDayOfMonth(1).equals(month))
                    .map(Posting::amount));
        }

        BigDecimal posted(CostCentre centre) {
            return sum(postings.stream()
                    .filter(posting -> posting.costCentre().id() == centre.id())
                    .map(Posting::amount));
        }

        BigDecimal budgeted() {
            return sum(budgets.stream().map(AccountBudget::amount));
        }

        BigDecimal budgeted(LocalDate month) {
            return sum(
                    budgets.stream().filter(row -> row.firstDay().equals(month)).map(AccountBudget::amount));
        }

        BigDecimal budgeted(CostCentre centre) {
            return sum(budgets.stream()
                    .filter(row -> row.costCentre().id() == centre.id())
                    .map(AccountBudget::amount));
        }

        List<LedgerAccountSheet.Driver> drivers() {
            return postings.stream()
                    .sorted(Comparator.comparing(Posting::amount).reversed())
                    .limit(DRIVERS)
                    .map(posting -> new LedgerAccountSheet.Driver(
                            posting.postedOn(),
                            posting.document(),
                            posting.text(),
                            posting.costCentre().code(),
                            posting.recurring(),
                            posting.amount()))
                    .toList();
        }

        List<LedgerAccountSheet.Centre> centres(Year before) {
            return Stream.concat(
                            postings.stream().map(Posting::costCentre),
                            budgets.stream().map(AccountBudget::costCentre))
                    .distinct()
                    .sorted(Comparator.comparing(CostCentre::code))
                    .map(centre -> new LedgerAccountSheet.Centre(
                            centre.code(),
                            centre.name(),
                            posted(centre),
                            budgeted(centre),
                            before.posted(centre),
                            posted(centre).subtract(budgeted(centre))))
                    .toList();
        }
    }
}
