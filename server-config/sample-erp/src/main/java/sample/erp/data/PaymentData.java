package sample.erp.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sample.erp.organisation.Organisation;
import sample.erp.payment.PaymentItem;
import sample.erp.payment.PaymentRun;
import sample.erp.purchasing.InvoiceMatch;
import sample.erp.purchasing.SupplierInvoice;

/** Weekly payment runs; the last one of each company is not released yet. */
final class PaymentData {

    private static final int RUNS = 30;

    private final Book book;

    PaymentData(Book book) {
        this.book = book;
    }

    void fill() {
        fill(company("DE"), 9_002);
        fill(company("CH"), 9_502);
    }

    private Organisation company(String code) {
        return book.all(Organisation.class)
                .filter(organisation -> organisation.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private void fill(Organisation organisation, int firstNumber) {
        List<SupplierInvoice> invoices = book.all(SupplierInvoice.class)
                .filter(invoice -> invoice.purchaseOrder().organisation().equals(organisation))
                .sorted(Comparator.comparing(SupplierInvoice::dueOn).thenComparing(SupplierInvoice::id))
                .toList();
        for (int i = 0; i < RUNS; i++) {
            boolean last = i == RUNS - 1;
            LocalDate on = last ? book.daysAgo(-1) : book.daysAgo(7 * (RUNS - 1 - i));
            PaymentRun run = new PaymentRun(
                    book.nextId(),
                    organisation,
                    String.valueOf(firstNumber + i),
                    on,
                    "Nightly proposal",
                    on.minusDays(1).atTime(6, 0),
                    last ? null : "Carl Brandt");
            invoices.stream()
                    .filter(invoice -> last ? invoice.paidOn() == null : isPaidIn(invoice, on))
                    .forEach(invoice -> add(run, invoice, last));
            if (!run.items().isEmpty()) {
                book.add(run);
            }
        }
    }

    private static boolean isPaidIn(SupplierInvoice invoice, LocalDate on) {
        LocalDate paidOn = invoice.paidOn();
        return paidOn != null && paidOn.isAfter(on.minusDays(7)) && !paidOn.isAfter(on);
    }

    private void add(PaymentRun run, SupplierInvoice invoice, boolean open) {
        BigDecimal amount = invoice.netAmount();
        boolean early = !run.plannedOn().isAfter(invoice.discountUntil());
        BigDecimal discount =
                early ? SupplierInvoice.DISCOUNT_PERCENT.multiply(amount).movePointLeft(2) : BigDecimal.ZERO;
        run.add(new PaymentItem(
                book.nextId(),
                run,
                10 * (run.items().size() + 1),
                invoice,
                amount,
                discount.setScale(2, RoundingMode.HALF_UP),
                open ? blocked(invoice) : null));
    }

    private static @Nullable String blocked(SupplierInvoice invoice) {
        return invoice.lines().stream().allMatch(InvoiceMatch::isPayable) ? null : "Does not match the order";
    }
}
