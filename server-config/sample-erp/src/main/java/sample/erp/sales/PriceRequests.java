package sample.erp.sales;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sample.erp.organisation.Person;

/** Works out what a discount that a customer asks for would mean. */
@Singleton
public class PriceRequests {

    private static final String APPROVER = "head of sales";

    /** Returns nothing if nothing is asked for, or the person does not see prices. */
    public Optional<PriceQuestion> of(EntityManager em, SalesOrder order, Person person, LocalDate today) {
        if (!person.role().seesPrices()) {
            return Optional.empty();
        }
        List<PriceRequest> requests = em.createQuery(
                        "select r from PriceRequest r where r.salesOrder = :order order by r.position",
                        PriceRequest.class)
                .setParameter("order", order)
                .getResultList();
        return requests.isEmpty() ? Optional.empty() : Optional.of(question(em, order, requests, person, today));
    }

    private static PriceQuestion question(
            EntityManager em, SalesOrder order, List<PriceRequest> requests, Person person, LocalDate today) {
        List<PriceQuestion.Line> lines = requests.stream()
                .flatMap(request -> order.lines().stream()
                        .filter(line -> line.position() == request.position())
                        .map(line -> PriceQuestion.Line.of(line, request.percent())))
                .toList();
        BigDecimal concession =
                lines.stream().map(PriceQuestion.Line::concession).reduce(new BigDecimal("0.00"), BigDecimal::add);
        BigDecimal after = order.netAmount().subtract(concession);
        return new PriceQuestion(
                lines,
                concession,
                after,
                lines.stream().anyMatch(PriceQuestion.Line::isOverLimit),
                APPROVER,
                PriceQuestion.LIMIT_PERCENT,
                usual(em, order, today),
                person.role().seesCost() ? margin(order, after) : null);
    }

    private static @Nullable BigDecimal usual(EntityManager em, SalesOrder order, LocalDate today) {
        @Nullable
        Double average = em.createQuery(
                        "select avg(l.discountPercent) from SalesOrderLine l where l.salesOrder.customer = :customer"
                                + " and l.salesOrder.orderedOn > :since and l.salesOrder <> :order",
                        Double.class)
                .setParameter("customer", order.customer())
                .setParameter("since", today.minusDays(365))
                .setParameter("order", order)
                .getSingleResult();
        return average == null ? null : BigDecimal.valueOf(average).setScale(1, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal margin(SalesOrder order, BigDecimal net) {
        BigDecimal cost = order.lines().stream().map(SalesOrderLine::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        return net.signum() == 0 ? null : net.subtract(cost).movePointRight(2).divide(net, 1, RoundingMode.HALF_UP);
    }
}
