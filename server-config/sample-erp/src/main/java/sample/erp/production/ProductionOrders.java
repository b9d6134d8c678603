package sample.erp.production;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sample.erp.listing.Listing;
import sample.erp.organisation.Documents;
import sample.erp.organisation.Person;
import sample.erp.purchasing.PurchaseOrderLine;
import sample.erp.rule.Decision;
import sample.erp.rule.Measure;
import sample.erp.rule.Outcome;
import sample.erp.sales.SalesOrder;
import sample.erp.sales.SalesOrderLine;
import sample.erp.stock.Item;

/** Finds production orders and shows what holds them and what they cost. */
@Singleton
public class ProductionOrders {

    private static final Listing<ProductionOrder> LIST = new Listing<>(
            ProductionOrder.class,
            "ProductionOrder d join d.item i",
            "d",
            "d.organisation",
            List.of("d.number", "i.number", "i.name"),
            Map.of(
                    "number", "d.number",
                    "item", "i.number",
                    "description", "i.name",
                    "organisation", "d.organisation.code",
                    "start", "d.plannedStart",
                    "due", "d.dueOn",
                    "status", "d.status",
                    "quantity", "d.quantity"),
            Map.of(
                    "PLANNED", "d.status = :planned",
                    "RELEASED", "d.status = :released",
                    "IN_WORK", "d.status = :inWork",
                    "FINISHED", "d.status = :finished",
                    "LATE", "d.status <> :finished and d.plannedStart < :today"),
            Map.of(
                    "planned",
                    ProductionOrder.Status.PLANNED,
                    "released",
                    ProductionOrder.Status.RELEASED,
                    "inWork",
                    ProductionOrder.Status.IN_WORK,
                    "finished",
                    ProductionOrder.Status.FINISHED),
            "d.plannedStart desc");

    private final Clock clock;

    @Inject
    public ProductionOrders(Clock clock) {
        this.clock = clock;
    }

    /** The list of them as the person may use it; whether they may see it at all is the caller's to ask. */
    public static Listing<ProductionOrder> list(Person person) {
        return LIST;
    }

    /** Returns the order of this number, or nothing if there is none that the person may see. */
    public Optional<ProductionOrderSheet> find(EntityManager em, Person person, String key) {
        return person.role().seesProduction()
                ? Documents.find(em, person, key, ProductionOrder.class).map(order -> sheet(em, order, person))
                : Optional.empty();
    }

    private ProductionOrderSheet sheet(EntityManager em, ProductionOrder order, Person person) {
        LocalDate today = LocalDate.now(clock);
        String organisation = order.organisation().code();
        boolean cost = person.role().seesProductionCost();
        boolean finished = order.status() == ProductionOrder.Status.FINISHED;
        List<ProductionOrderSheet.Part> parts = order.materials().stream()
                .map(material -> part(em, material, today, cost))
                .toList();
        SalesOrder customer = order.salesOrder();
        LocalDate promise = customer == null ? null : promise(customer, order.item());
        ProductionOrderSheet.Plan plan = finished ? null : plan(order, parts, promise, today);
        return new ProductionOrderSheet(
                organisation,
                order.organisation().currency().getCurrencyCode(),
                order.number(),
                version(order, parts),
                order.status().name(),
                order.status().label(),
                order.item().number(),
                order.item().name(),
                order.item().unit(),
                order.quantity(),
                order.produced(),
                order.scrapped(),
                order.lotSize(),
                order.plannedStart(),
                order.dueOn(),
                customer == null ? null : customer.number(),
                customer == null ? null : person.reference(organisation, customer.number()),
                promise,
                order.note(),
                plan,
                finished && cost ? Variance.of(order) : null,
                decisions(parts, plan),
                order.operations().stream().map(step -> step(step, cost)).toList(),
                parts,
                plan == null ? List.of() : moved(em, order, plan, person));
    }

    private static String version(ProductionOrder order, List<ProductionOrderSheet.Part> parts) {
        return order.status() + "-" + order.produced() + "-"
                + parts.stream()
                        .map(part -> part.issued() + "/" + part.missing() + "/" + part.expectedOn())
                        .collect(Collectors.joining(","));
    }

    private static @Nullable LocalDate promise(SalesOrder customer, Item item) {
        return customer.lines().stream()
                .filter(line -> line.item().equals(item) && line.open() > 0)
                .map(SalesOrderLine::promisedOn)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static ProductionOrderSheet.Step step(Operation step, boolean cost) {
        return new ProductionOrderSheet.Step(
                step.position(),
                step.name(),
                step.workCentre(),
                step.plannedHours(),
                step.actualHours(),
                step.done(),
                step.freeFrom(),
                cost && step.done()
                        ? step.actualHours()
                                .subtract(step.plannedHours())
                                .multiply(step.hourRate())
                                .setScale(2, java.math.RoundingMode.HALF_UP)
                        : null);
    }

    private static ProductionOrderSheet.Part part(EntityManager em, Material material, LocalDate today, boolean cost) {
        ProductionOrder order = material.productionOrder();
        boolean open = order.status() != ProductionOrder.Status.FINISHED;
        int onHand = open ? onHand(em, material) : 0;
        int missing = open ? Math.max(0, material.needed() - material.issued() - onHand) : 0;
        @Nullable PurchaseOrderLine next = missing == 0 ? null : next(em, material);
        return new ProductionOrderSheet.Part(
                material.position(),
                material.item().number(),
                material.item().name(),
                material.needed(),
                material.issued(),
                onHand,
                missing,
                missing == 0
                        ? null
                        : next == null ? today.plusDays(material.item().leadTimeDays()) : arrival(next, today),
                missing == 0
                        ? null
                        : next == null
                                ? "nothing is on order; lead time "
                                        + material.item().leadTimeDays() + " days"
                                : "purchase order " + next.purchaseOrder().number()
                                        + (next.confirmedOn() == null ? ", unconfirmed" : overdue(next, today)),
                cost ? material.plannedCost() : null,
                cost && material.issued() > 0 ? material.actualCost() : null);
    }

    private static String overdue(PurchaseOrderLine line, LocalDate today) {
        LocalDate confirmed = line.confirmedOn();
        long days = confirmed == null ? 0 : ChronoUnit.DAYS.between(confirmed, today);
        return days > 0 ? ", overdue by " + days + " days" : "";
    }

    /** What is overdue is taken to come tomorrow at the earliest. */
    private static LocalDate arrival(PurchaseOrderLine line, LocalDate today) {
        LocalDate expected = line.confirmedOn() == null ? line.requestedOn() : line.confirmedOn();
        return expected.isAfter(today) ? expected : today.plusDays(1);
    }

    private static int onHand(EntityManager em, Material material) {
        Number sum = em.createQuery(
                        "select coalesce(sum(s.onHand), 0) from StockLevel s where s.item = :item"
                                + " and s.warehouse.organisation = :organisation",
                        Number.class)
                .setParameter("item", material.item())
                .setParameter("organisation", material.productionOrder().organisation())
                .getSingleResult();
        return sum.intValue();
    }

    private static @Nullable PurchaseOrderLine next(EntityManager em, Material material) {
        return em.createQuery(
                        "select l from PurchaseOrderLine l join fetch l.purchaseOrder o where l.item = :item"
                                + " and l.received < l.quantity and o.organisation = :organisation",
                        PurchaseOrderLine.class)
                .setParameter("item", material.item())
                .setParameter("organisation", material.productionOrder().organisation())
                .getResultStream()
                .min(Comparator.comparing((PurchaseOrderLine line) -> line.confirmedOn() == null)
                        .thenComparing(line -> line.confirmedOn() == null ? line.requestedOn() : line.confirmedOn()))
                .orElse(null);
    }

    private static ProductionOrderSheet.Plan plan(
            ProductionOrder order,
            List<ProductionOrderSheet.Part> parts,
            @Nullable LocalDate promise,
            LocalDate today) {
        Optional<ProductionOrderSheet.Part> last = parts.stream()
                .filter(part -> part.missing() > 0)
                .max(Comparator.comparing(part -> part.expectedOn() == null ? today : part.expectedOn()));
        LocalDate complete = last.map(ProductionOrderSheet.Part::expectedOn).orElse(today);
        LocalDate free = order.operations().stream()
                .filter(step -> !step.done() && step.freeFrom() != null)
                .min(Comparator.comparing(Operation::position))
                .map(Operation::freeFrom)
                .orElse(today);
        LocalDate earliest = WorkCalendar.workingDay(complete.isAfter(free) ? complete : free);
        BigDecimal hours = remaining(order.operations());
        LocalDate thursday = today.with(TemporalAdjusters.next(DayOfWeek.THURSDAY));
        boolean possible = !earliest.isAfter(thursday);
        LocalDate end = WorkCalendar.end(possible ? thursday : earliest, hours);
        LocalDate wanted = promise == null ? order.dueOn() : promise;
        return new ProductionOrderSheet.Plan(
                last.map(part -> part.missing() + " " + part.item() + ", " + part.source())
                        .orElse(null),
                complete,
                free,
                earliest,
                hours,
                thursday,
                possible,
                end,
                Math.max(0, ChronoUnit.DAYS.between(wanted, end)));
    }

    private static BigDecimal remaining(List<Operation> steps) {
        return steps.stream()
                .filter(step -> !step.done())
                .map(step -> step.plannedHours().subtract(step.actualHours()).max(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Decision> decisions(
            List<ProductionOrderSheet.Part> parts, ProductionOrderSheet.@Nullable Plan plan) {
        List<Decision> decisions = new ArrayList<>();
        for (ProductionOrderSheet.Part part : parts) {
            if (part.missing() > 0) {
                decisions.add(new Decision(
                        "MR-01",
                        String.valueOf(part.position()),
                        "An order starts when all of its material is there",
                        Measure.of(part.onHand() + (long) part.issued(), "pcs"),
                        Measure.of(part.needed(), "pcs"),
                        Outcome.STOPPED,
                        "Planner, by making fewer",
                        "Chase " + part.source()));
            }
        }
        if (plan != null && plan.lateByDays() > 0) {
            decisions.add(new Decision(
                    "DL-01",
                    "",
                    "Goods leave on the promised day at the latest",
                    Measure.of(plan.lateByDays(), "days late"),
                    Measure.of(0, "days late"),
                    Outcome.WARNED,
                    "Sales, by agreeing on a new day",
                    "Tell sales the new day"));
        }
        return decisions;
    }

    /** What stands behind this order on the machine of its longest step, and when it would end then. */
    private static List<ProductionOrderSheet.Moved> moved(
            EntityManager em, ProductionOrder order, ProductionOrderSheet.Plan plan, Person person) {
        Optional<Operation> longest = order.operations().stream()
                .filter(step -> !step.done())
                .max(Comparator.comparing(Operation::plannedHours));
        if (longest.isEmpty()) {
            return List.of();
        }
        String centre = longest.get().workCentre();
        List<ProductionOrder> behind = em.createQuery(
                        "select distinct s.productionOrder from Operation s where s.workCentre = :centre and s.done = false"
                                + " and s.productionOrder <> :order and s.productionOrder.organisation = :organisation"
                                + " and s.productionOrder.status = :planned",
                        ProductionOrder.class)
                .setParameter("centre", centre)
                .setParameter("order", order)
                .setParameter("organisation", order.organisation())
                .setParameter("planned", ProductionOrder.Status.PLANNED)
                .getResultList();
        List<ProductionOrderSheet.Moved> moved = new ArrayList<>();
        LocalDate start = plan.thursdayPossible() ? plan.thursday() : plan.earliestStart();
        LocalDate busyUntil = WorkCalendar.end(start, at(order, centre));
        for (ProductionOrder next : behind.stream()
                .sorted(Comparator.comparing(ProductionOrder::plannedStart).thenComparing(ProductionOrder::number))
                .toList()) {
            LocalDate from = busyUntil.isBefore(next.plannedStart()) ? next.plannedStart() : busyUntil.plusDays(1);
            busyUntil = WorkCalendar.end(from, at(next, centre));
            moved.add(new ProductionOrderSheet.Moved(
                    next.number(),
                    person.reference(next.organisation().code(), next.number()),
                    next.dueOn(),
                    busyUntil,
                    Math.max(0, ChronoUnit.DAYS.between(next.dueOn(), busyUntil))));
        }
        return moved;
    }

    private static BigDecimal at(ProductionOrder order, String centre) {
        return remaining(order.operations().stream()
                .filter(step -> step.workCentre().equals(centre))
                .toList());
    }
}
