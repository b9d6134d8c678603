package sample.erp.payment;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sample.erp.listing.Listing;
import sample.erp.organisation.Documents;
import sample.erp.organisation.Person;
import sample.erp.purchasing.Supplier;
import sample.erp.purchasing.SupplierInvoice;
import sample.erp.rule.Decision;
import sample.erp.rule.Measure;
import sample.erp.rule.Outcome;

/** Finds payment runs and says what to look at before one is released, to those who may see payments. */
@Singleton
public class PaymentRuns {

    private static final Listing<PaymentRun> LIST = new Listing<>(
            PaymentRun.class,
            "PaymentRun d",
            "d",
            "d.organisation",
            List.of("d.number"),
            Map.of(
                    "number", "d.number",
                    "planned", "d.plannedOn",
                    "organisation", "d.organisation.code"),
            Map.of(
                    "PROPOSED", "d.releasedBy is null",
                    "RELEASED", "d.releasedBy is not null"),
            Map.of(),
            "d.plannedOn desc");

    /** A changed account is looked at for so many days (rule PY-02). */
    static final int ACCOUNT_DAYS = 30;

    private static final int EARLY_DAYS = 14;

    private final Clock clock;

    @Inject
    public PaymentRuns(Clock clock) {
        this.clock = clock;
    }

    /** The list of them as the person may use it; whether they may see it at all is the caller's to ask. */
    public static Listing<PaymentRun> list(Person person) {
        return LIST;
    }

    /** Returns the run of this number, or nothing if there is none that the person may see. */
    public Optional<PaymentRunSheet> find(EntityManager em, Person person, String key) {
        return person.role().seesPayments()
                ? Documents.find(em, person, key, PaymentRun.class).map(run -> sheet(run, person))
                : Optional.empty();
    }

    private PaymentRunSheet sheet(PaymentRun run, Person person) {
        LocalDate today = LocalDate.now(clock);
        List<PaymentItem> paid = run.paid();
        List<PaymentItem> blocked = run.blocked();
        List<Decision> decisions = decisions(run, today);
        String organisation = run.organisation().code();
        return new PaymentRunSheet(
                organisation,
                run.organisation().currency().getCurrencyCode(),
                run.number(),
                run.changedAt() + "-" + run.releasedBy(),
                run.status().name(),
                run.status().label(),
                run.plannedOn(),
                run.createdBy(),
                run.releasedBy(),
                paid.size(),
                (int) paid.stream()
                        .map(item -> supplier(item).number())
                        .distinct()
                        .count(),
                run.amount(),
                sum(paid.stream().map(PaymentItem::discount)),
                sum(paid.stream().filter(item -> item.discount().signum() == 0).map(PaymentRuns::lost)),
                blocked.size(),
                sum(blocked.stream().map(PaymentItem::amount)),
                (int) decisions.stream()
                        .filter(decision -> decision.rule().equals("PY-01"))
                        .count(),
                (int) paid.stream()
                        .map(PaymentRuns::supplier)
                        .distinct()
                        .filter(supplier -> accountAge(supplier, today) != null)
                        .count(),
                (int) paid.stream().filter(item -> isEarly(item, run)).count(),
                (int) paid.stream()
                        .filter(item -> item.invoice().dueOn().isBefore(run.plannedOn()))
                        .count(),
                decisions,
                run.items().stream()
                        .map(item -> item(
                                item,
                                run,
                                decisions,
                                person.reference(organisation, item.invoice().number()),
                                person.reference(organisation, supplier(item).number())))
                        .toList());
    }

    private static PaymentRunSheet.Item item(
            PaymentItem item, PaymentRun run, List<Decision> decisions, String invoice, String supplier) {
        String iban = supplier(item).iban();
        String flags = String.join("; ", flags(item, run, decisions));
        return new PaymentRunSheet.Item(
                item.position(),
                item.invoice().number(),
                invoice,
                supplier(item).name(),
                supplier,
                item.invoice().dueOn(),
                item.amount(),
                item.discount(),
                item.blockedBecause(),
                flags.isEmpty() ? null : flags,
                iban.substring(iban.length() - 4));
    }

    private static List<String> flags(PaymentItem item, PaymentRun run, List<Decision> decisions) {
        List<String> flags = new ArrayList<>();
        decisions.stream()
                .filter(decision -> decision.subject().equals(String.valueOf(item.position())))
                .map(decision -> decision.rule().equals("PY-01") ? "looks like a duplicate" : "account was changed")
                .forEach(flags::add);
        if (isEarly(item, run)) {
            flags.add("early without a discount");
        }
        return flags;
    }

    private static List<Decision> decisions(PaymentRun run, LocalDate today) {
        List<Decision> decisions = new ArrayList<>();
        List<PaymentItem> items = run.items();
        for (PaymentItem item : items) {
            Optional<PaymentItem> twin = items.stream()
                    .filter(other -> other.position() < item.position() && isTwin(other, item))
                    .findFirst();
            twin.ifPresent(other -> decisions.add(duplicate(item, other, run)));
            Long age = accountAge(supplier(item), today);
            if (age != null && item.blockedBecause() == null) {
                decisions.add(new Decision(
                        "PY-02",
                        String.valueOf(item.position()),
                        "Nothing is paid to a changed account before somebody has called the supplier",
                        Measure.of(age, "days since the change"),
                        Measure.of(ACCOUNT_DAYS, "days"),
                        Outcome.WARNED,
                        "Head of accounting",
                        "Call the supplier by the number in the master data"));
            }
        }
        return decisions;
    }

    private static Decision duplicate(PaymentItem item, PaymentItem other, PaymentRun run) {
        return new Decision(
                "PY-01",
                String.valueOf(item.position()),
                "The same amount for the same order is paid once",
                new Measure(item.amount(), run.organisation().currency().getCurrencyCode()),
                null,
                Outcome.WARNED,
                "Head of accounting",
                "Compare " + item.invoice().number() + " with "
                        + other.invoice().number());
    }

    private static boolean isTwin(PaymentItem one, PaymentItem other) {
        return one.invoice().purchaseOrder().id()
                        == other.invoice().purchaseOrder().id()
                && one.amount().compareTo(other.amount()) == 0;
    }

    private static @Nullable Long accountAge(Supplier supplier, LocalDate today) {
        LocalDate changed = supplier.bankChangedOn();
        long days = changed == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(changed, today);
        return days <= ACCOUNT_DAYS ? days : null;
    }

    private static boolean isEarly(PaymentItem item, PaymentRun run) {
        return item.discount().signum() == 0
                && item.invoice().dueOn().isAfter(run.plannedOn().plusDays(EARLY_DAYS));
    }

    private static BigDecimal lost(PaymentItem item) {
        return item.amount()
                .multiply(SupplierInvoice.DISCOUNT_PERCENT)
                .movePointLeft(2)
                .setScale(2, RoundingMode.HALF_UP);
    }

    private static Supplier supplier(PaymentItem item) {
        return item.invoice().purchaseOrder().supplier();
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(new BigDecimal("0.00"), BigDecimal::add);
    }
}
