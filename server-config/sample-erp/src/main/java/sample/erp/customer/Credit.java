package sample.erp.customer;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sample.erp.invoice.CustomerInvoice;
import sample.erp.sales.OrderStatus;

/** Works out how much credit a customer uses. */
@Singleton
public class Credit {

    public CreditStanding of(EntityManager em, Customer customer, LocalDate today) {
        List<CustomerInvoice> unpaid = em.createQuery(
                        "select i from CustomerInvoice i where i.customer = :customer and i.paidAmount < i.grossAmount",
                        CustomerInvoice.class)
                .setParameter("customer", customer)
                .getResultList();
        @Nullable
        BigDecimal ordered = em.createQuery(
                        "select sum((l.quantity - l.delivered) * l.netPrice) from SalesOrderLine l"
                                + " where l.salesOrder.customer = :customer and l.salesOrder.status <> :cancelled",
                        BigDecimal.class)
                .setParameter("customer", customer)
                .setParameter("cancelled", OrderStatus.CANCELLED)
                .getSingleResult();
        return standing(customer.creditLimit(), unpaid, ordered == null ? BigDecimal.ZERO : ordered, today);
    }

    static CreditStanding standing(
            BigDecimal limit, List<CustomerInvoice> unpaid, BigDecimal openOrders, LocalDate today) {
        List<CustomerInvoice> overdue = unpaid.stream()
                .filter(invoice -> invoice.dueOn().isBefore(today))
                .toList();
        return new CreditStanding(
                limit,
                sum(unpaid),
                openOrders.setScale(2),
                sum(overdue),
                overdue.size(),
                overdue.stream()
                        .mapToLong(invoice -> ChronoUnit.DAYS.between(invoice.dueOn(), today))
                        .max()
                        .orElse(0));
    }

    private static BigDecimal sum(List<CustomerInvoice> invoices) {
        return invoices.stream().map(CustomerInvoice::openAmount).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }
}
