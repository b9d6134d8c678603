package sample.erp.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import sample.erp.customer.CreditStanding;
import sample.erp.customer.Customer;
import sample.erp.invoice.CustomerInvoice;
import sample.erp.sales.SalesOrder;

/** Grants limits that most customers keep, and holds the open orders of those who do not. */
final class CreditControl {

    private static final BigDecimal STEP = new BigDecimal(5_000);

    private final Book book;
    private final SplittableRandom random = new SplittableRandom(51);

    CreditControl(Book book) {
        this.book = book;
    }

    void fill() {
        Map<Customer, CreditStanding> used = new HashMap<>();
        book.all(CustomerInvoice.class)
                .forEach(invoice -> used.merge(invoice.customer(), owed(invoice), CreditControl::add));
        book.all(SalesOrder.class).forEach(order -> used.merge(order.customer(), ordered(order), CreditControl::add));
        book.all(Customer.class).forEach(customer -> {
            CreditStanding standing = used.getOrDefault(customer, nothing());
            customer.grantCredit(
                    limit(customer, standing),
                    book.daysAgo(60 + random.nextInt(300)).atTime(9, 30));
        });
        book.all(SalesOrder.class).filter(order -> order.status().isOpen()).forEach(order -> {
            CreditStanding standing = used.getOrDefault(order.customer(), nothing());
            hold(order, standing);
        });
    }

    private void hold(SalesOrder order, CreditStanding used) {
        CreditStanding standing = new CreditStanding(
                order.customer().creditLimit(),
                used.openInvoices(),
                used.openOrders(),
                used.overdue(),
                used.overdueInvoices(),
                used.oldestOverdueDays());
        List<String> rules = standing.brokenRules();
        LocalDateTime at = book.daysAgo(5).atTime(7, 45);
        if (!rules.isEmpty() && at.isAfter(order.changedAt())) {
            order.hold(String.join("; ", rules), "Credit control, nightly run", at);
        }
    }

    private BigDecimal limit(Customer customer, CreditStanding used) {
        if (customer.name().startsWith("Meyer Maschinenbau")) {
            return new BigDecimal("40000.00");
        }
        double share = random.nextInt(15) == 0 ? 0.7 : 1.2 + random.nextDouble();
        BigDecimal wanted = used.exposure().multiply(BigDecimal.valueOf(share));
        return wanted.divide(STEP, 0, RoundingMode.CEILING)
                .max(BigDecimal.ONE)
                .multiply(STEP)
                .setScale(2);
    }

    private CreditStanding owed(CustomerInvoice invoice) {
        BigDecimal open = invoice.openAmount();
        boolean overdue = open.signum() > 0 && invoice.dueOn().isBefore(book.today());
        return new CreditStanding(
                BigDecimal.ZERO,
                open,
                BigDecimal.ZERO,
                overdue ? open : BigDecimal.ZERO,
                overdue ? 1 : 0,
                overdue ? ChronoUnit.DAYS.between(invoice.dueOn(), book.today()) : 0);
    }

    private static CreditStanding ordered(SalesOrder order) {
        BigDecimal open = order.status().isOpen()
                ? order.lines().stream()
                        .map(line -> line.netPrice().multiply(BigDecimal.valueOf(line.open())))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                : BigDecimal.ZERO;
        return new CreditStanding(BigDecimal.ZERO, BigDecimal.ZERO, open, BigDecimal.ZERO, 0, 0);
    }

    private static CreditStanding add(CreditStanding a, CreditStanding b) {
        return new CreditStanding(
                BigDecimal.ZERO,
                a.openInvoices().add(b.openInvoices()),
                a.openOrders().add(b.openOrders()),
                a.overdue().add(b.overdue()),
                a.overdueInvoices() + b.overdueInvoices(),
                Math.max(a.oldestOverdueDays(), b.oldestOverdueDays()));
    }

    private static CreditStanding nothing() {
        return new CreditStanding(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);
    }
}
