package sample.erp.purchasing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sample.erp.listing.Listing;
import sample.erp.organisation.Documents;
import sample.erp.organisation.Person;

/** Finds suppliers and shows how reliable they are, to those who may see purchasing. */
@Singleton
public class Suppliers {

    private static final Listing<Supplier> LIST = new Listing<>(
            Supplier.class,
            "Supplier d",
            "d",
            "d.organisation",
            List.of("d.number", "d.name"),
            Map.of(
                    "number", "d.number",
                    "name", "d.name",
                    "country", "d.country",
                    "organisation", "d.organisation.code",
                    "bankChanged", "d.bankChangedOn"),
            Map.of(
                    "CONTRACTS",
                            "exists (select c from SupplierContract c where c.supplier = d and c.endsOn between :today and :yearEnd)",
                    "ACCOUNT", "d.bankChangedOn > :monthAgo"),
            Map.of(),
            "d.number asc");

    private static final int SOON_DAYS = 60;

    private final Clock clock;

    @Inject
    public Suppliers(Clock clock) {
        this.clock = clock;
    }

    /** The list of them as the person may use it; whether they may see it at all is the caller's to ask. */
    public static Listing<Supplier> list(Person person) {
        return LIST;
    }

    /** Returns the supplier of this number, or nothing if there is none that the person may see. */
    public Optional<SupplierSheet> find(EntityManager em, Person person, String key) {
        return entity(em, person, key).map(supplier -> sheet(em, supplier, person));
    }

    /** Returns the supplier itself, to be changed within a transaction of the caller. */
    public Optional<Supplier> entity(EntityManager em, Person person, String key) {
        return person.role().seesPurchasing() ? Documents.find(em, person, key, Supplier.class) : Optional.empty();
    }

    private SupplierSheet sheet(EntityManager em, Supplier supplier, Person person) {
        LocalDate today = LocalDate.now(clock);
        List<PurchaseOrderLine> lines = em.createQuery(
                        "select l from PurchaseOrderLine l join fetch l.purchaseOrder o where o.supplier = :supplier"
                                + " order by o.orderedOn desc, l.position",
                        PurchaseOrderLine.class)
                .setParameter("supplier", supplier)
                .getResultList();
        List<SupplierSheet.Notice> notices = of(em, QualityNotice.class, supplier, "d.reportedOn desc").stream()
                .map(notice -> new SupplierSheet.Notice(
                        notice.reportedOn(),
                        notice.item().number(),
                        notice.pieces(),
                        notice.text(),
                        notice.closedOn() == null))
                .toList();
        List<SupplierSheet.Contract> contracts = of(em, SupplierContract.class, supplier, "d.endsOn").stream()
                .map(contract -> new SupplierSheet.Contract(
                        contract.number(),
                        contract.subject(),
                        contract.endsOn(),
                        contract.endsOn().minusDays(contract.noticeDays()),
                        contract.endsOn().getYear() == today.getYear(),
                        contract.yearlyValue()))
                .toList();
        List<SupplierSheet.Proof> proofs = of(em, Certificate.class, supplier, "d.expiresOn").stream()
                .map(proof -> new SupplierSheet.Proof(
                        proof.name(), proof.expiresOn(), ChronoUnit.DAYS.between(today, proof.expiresOn())))
                .toList();
        LocalDate bankChanged = supplier.bankChangedOn();
        return new SupplierSheet(
                supplier.organisation().code(),
                supplier.organisation().currency().getCurrencyCode(),
                supplier.number(),
                version(supplier, lines, notices),
                notices.stream().anyMatch(SupplierSheet.Notice::open) ? "Under review" : "Approved",
                supplier.name(),
                supplier.country(),
                supplier.contactName(),
                supplier.contactPhone(),
                supplier.note(),
                bankChanged == null ? null : ChronoUnit.DAYS.between(bankChanged, today),
                reliability(lines, notices, contracts, proofs, today),
                contracts,
                proofs,
                notices,
                openOrders(lines, person, today));
    }

    private static String version(
            Supplier supplier, List<PurchaseOrderLine> lines, List<SupplierSheet.Notice> notices) {
        int received = lines.stream().mapToInt(PurchaseOrderLine::received).sum();
        String note = supplier.note();
        return lines.size() + "-" + received + "-" + notices.size() + "-" + (note == null ? 0 : note.hashCode());
    }

    private static <T> List<T> of(EntityManager em, Class<T> type, Supplier supplier, String order) {
        return em.createQuery(
                        "select d from " + type.getSimpleName() + " d where d.supplier = :supplier order by " + order,
                        type)
                .setParameter("supplier", supplier)
                .getResultList();
    }

    private static SupplierSheet.Reliability reliability(
            List<PurchaseOrderLine> lines,
            List<SupplierSheet.Notice> notices,
            List<SupplierSheet.Contract> contracts,
            List<SupplierSheet.Proof> proofs,
            LocalDate today) {
        LocalDate since = today.minusDays(365);
        List<PurchaseOrderLine> received = lines.stream()
                .filter(line -> line.receivedOn() != null && line.receivedOn().isAfter(since))
                .toList();
        List<Long> late = received.stream()
                .map(Suppliers::daysLate)
                .filter(days -> days > 0)
                .toList();
        int pieces = received.stream().mapToInt(PurchaseOrderLine::received).sum();
        int bad = notices.stream()
                .filter(notice -> notice.reportedOn().isAfter(since))
                .mapToInt(SupplierSheet.Notice::pieces)
                .sum();
        return new SupplierSheet.Reliability(
                received.size(),
                late.size(),
                received.isEmpty() ? null : share(received.size() - late.size(), received.size()),
                late.isEmpty()
                        ? null
                        : BigDecimal.valueOf(
                                        late.stream().mapToLong(Long::longValue).sum())
                                .divide(BigDecimal.valueOf(late.size()), 1, RoundingMode.HALF_UP),
                pieces,
                bad,
                pieces == 0 ? null : Math.round(1_000_000.0 * bad / pieces),
                drift(lines, since),
                (int) lines.stream().filter(line -> line.open() > 0).count(),
                (int) lines.stream()
                        .filter(line -> LineStanding.of(line, today).isOverdue())
                        .count(),
                (int) contracts.stream()
                        .filter(SupplierSheet.Contract::endsThisYear)
                        .count(),
                (int) proofs.stream()
                        .filter(proof -> proof.daysLeft() <= SOON_DAYS)
                        .count());
    }

    private static long daysLate(PurchaseOrderLine line) {
        LocalDate promised = line.confirmedOn() == null ? line.requestedOn() : line.confirmedOn();
        LocalDate received = line.receivedOn();
        return received == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(promised, received));
    }

    private static BigDecimal share(long part, long whole) {
        return BigDecimal.valueOf(part).movePointRight(2).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal drift(List<PurchaseOrderLine> lines, LocalDate since) {
        Map<String, BigDecimal> before = new HashMap<>();
        lines.stream()
                .filter(line -> !line.purchaseOrder().orderedOn().isAfter(since))
                .forEach(line -> before.putIfAbsent(line.item().number(), line.price()));
        BigDecimal now = BigDecimal.ZERO;
        BigDecimal then = BigDecimal.ZERO;
        for (PurchaseOrderLine line : lines) {
            BigDecimal old = before.get(line.item().number());
            if (old != null && line.purchaseOrder().orderedOn().isAfter(since)) {
                now = now.add(line.netAmount());
                then = then.add(old.multiply(BigDecimal.valueOf(line.quantity())));
            }
        }
        return PurchaseOrders.percent(now.subtract(then), then);
    }

    private static List<SupplierSheet.OpenOrder> openOrders(
            List<PurchaseOrderLine> lines, Person person, LocalDate today) {
        return lines.stream()
                .filter(line -> line.open() > 0)
                .map(PurchaseOrderLine::purchaseOrder)
                .distinct()
                .sorted(Comparator.comparing(PurchaseOrder::orderedOn))
                .map(order -> new SupplierSheet.OpenOrder(
                        order.number(),
                        person.reference(order.organisation().code(), order.number()),
                        order.orderedOn(),
                        (int) order.lines().stream()
                                .filter(line -> line.open() > 0)
                                .count(),
                        (int) order.lines().stream()
                                .filter(line -> LineStanding.of(line, today).isOverdue())
                                .count(),
                        order.lines().stream()
                                .map(line -> line.price().multiply(BigDecimal.valueOf(line.open())))
                                .reduce(new BigDecimal("0.00"), BigDecimal::add)))
                .toList();
    }
}
