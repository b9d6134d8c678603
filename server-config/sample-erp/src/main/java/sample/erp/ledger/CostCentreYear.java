package sample.erp.ledger;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sample.erp.organisation.Organisation;

/** What a cost centre may spend in the calendar year of a day, and has spent by then, in its company's currency. */
public record CostCentreYear(String name, BigDecimal budget, BigDecimal spent) {

    /** Returns the year of a cost centre, or nothing if there is none of this code or it is restricted. */
    public static Optional<CostCentreYear> find(
            EntityManager em, Organisation organisation, String code, LocalDate today) {
        return em.createQuery(
                        "select c from CostCentre c where c.organisation = :organisation and c.code = :code"
                                + " and c.restricted = false",
                        CostCentre.class)
                .setParameter("organisation", organisation)
                .setParameter("code", code)
                .getResultStream()
                .findFirst()
                .map(centre -> new CostCentreYear(
                        centre.name(),
                        sum(
                                em,
                                "select sum(b.amount) from AccountBudget b where b.costCentre = :centre"
                                        + " and b.firstDay between :first and :last",
                                centre,
                                today),
                        sum(
                                em,
                                "select sum(p.amount) from Posting p where p.costCentre = :centre"
                                        + " and p.postedOn between :first and :last",
                                centre,
                                today)));
    }

    private static BigDecimal sum(EntityManager em, String query, CostCentre centre, LocalDate today) {
        @Nullable
        BigDecimal sum = em.createQuery(query, BigDecimal.class)
                .setParameter("centre", centre)
                .setParameter("first", today.withDayOfYear(1))
                .setParameter("last", today)
                .getSingleResult();
        return sum == null ? new BigDecimal("0.00") : sum;
    }
}
