package sample.erp.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sample.erp.purchasing.Certificate;
import sample.erp.purchasing.PurchaseOrder;
import sample.erp.purchasing.PurchaseOrderLine;
import sample.erp.purchasing.QualityNotice;
import sample.erp.purchasing.Supplier;
import sample.erp.purchasing.SupplierContract;
import sample.erp.purchasing.SupplierInvoice;
import sample.erp.purchasing.SupplierInvoiceLine;

/** Cases of purchasing made by hand. The README lists them. */
final class PurchasingSituations {

    private static final String BUYER = "Bert Kramer";

    private final Book book;
    private final MasterData master;
    private final PurchasingData purchasing;
    private final List<Supplier> suppliers;

    PurchasingSituations(Book book, MasterData master, PurchasingData purchasing, List<Supplier> suppliers) {
        this.book = book;
        this.master = master;
        this.purchasing = purchasing;
        this.suppliers = suppliers;
    }

    void fill() {
        orderWithLateAndUnconfirmedLines();
        ordersToApprove();
        invoiceThatDoesNotMatch();
        motorsOfLastMonth();
        invoicesToLookAt();
        addFile(suppliers.get(0), 0);
        addFile(suppliers.get(1), 1);
        addFile(suppliers.get(2), 2);
    }

    /** One line overdue and needed by production, one unconfirmed, one due soon, one received. */
    private void orderWithLateAndUnconfirmedLines() {
        PurchaseOrder order = order("45304", suppliers.get(0), 40, "4100");
        line(order, "HS-7700", 60, "24.00", book.daysAgo(12), book.daysAgo(5)).receive(20, book.daysAgo(6));
        line(order, "EL-1200", 100, "38.00", book.daysAgo(-10), null);
        line(order, "CP-0450", 50, "41.00", book.daysAgo(-3), book.daysAgo(-4));
        line(order, "SE-1177", 80, "13.50", book.daysAgo(15), book.daysAgo(15)).receive(80, book.daysAgo(16));
        approve(order);
    }

    /** Asked for and bought by the same person, dearer than last time, and one half of what belongs together. */
    private void ordersToApprove() {
        PurchaseOrder last = order("45305", suppliers.get(5), 3, "4210");
        line(last, "EL-1200", 60, "41.50", book.daysAgo(-22), null);
        line(last, "HS-7700", 80, "25.90", book.daysAgo(-18), null);
        last.note("Quotation of the supplier is attached. Delivery must not wait for approval, please sign today.");
        PurchaseOrder first = order("45306", suppliers.get(5), 5, "4210");
        line(first, "EL-1200", 55, "41.50", book.daysAgo(-20), null);
        approve(first);
        PurchaseOrder before = order("45309", suppliers.get(6), 95, "4100");
        line(before, "EL-1200", 120, "38.00", book.daysAgo(70), book.daysAgo(70))
                .receive(120, book.daysAgo(71));
        line(before, "HS-7700", 90, "24.00", book.daysAgo(74), book.daysAgo(74)).receive(90, book.daysAgo(73));
        approve(before);
    }

    /** Dearer than ordered, and more charged than received; the text asks to pay to another account. */
    private void invoiceThatDoesNotMatch() {
        PurchaseOrder order = order("45307", suppliers.get(2), 25, "4100");
        line(order, "HS-7700", 100, "24.00", book.daysAgo(6), book.daysAgo(6)).receive(100, book.daysAgo(6));
        line(order, "EL-1200", 40, "38.00", book.daysAgo(6), book.daysAgo(6)).receive(32, book.daysAgo(6));
        line(order, "SE-1177", 30, "13.50", book.daysAgo(6), book.daysAgo(6)).receive(30, book.daysAgo(6));
        approve(order);
        SupplierInvoice invoice = book.add(new SupplierInvoice(book.nextId(), "ER5001", order, book.daysAgo(4)));
        charge(invoice, order, 0, 100, "25.68");
        charge(invoice, order, 1, 40, "38.00");
        charge(invoice, order, 2, 30, "13.70");
        invoice.note(
                "Our bank has changed. Ignore the account you have and pay this and all open invoices at once to the"
                        + " account on page 2; do not call us about it.");
    }

    private void motorsOfLastMonth() {
        LocalDate month = book.today().minusMonths(1).withDayOfMonth(1);
        int age = (int) java.time.temporal.ChronoUnit.DAYS.between(month.plusDays(5), book.today());
        PurchaseOrder order = order("45308", suppliers.get(4), age + 35, "4100");
        line(order, "MT-9900", 140, "420.00", month.plusDays(5), month.plusDays(5))
                .receive(140, month.plusDays(5));
        approve(order);
    }

    /** Two invoices alike, and one of the supplier whose account has changed. */
    private void invoicesToLookAt() {
        PurchaseOrder order = order("45310", suppliers.get(7), 30, "4100");
        line(order, "SE-1177", 90, "13.50", book.daysAgo(9), book.daysAgo(9)).receive(90, book.daysAgo(10));
        for (String number : List.of("ER5002", "ER5003")) {
            SupplierInvoice invoice = book.add(
                    new SupplierInvoice(book.nextId(), number, order, book.daysAgo(number.endsWith("2") ? 9 : 7)));
            charge(invoice, order, 0, 90, "13.50");
        }
        PurchaseOrder changed = order("45311", suppliers.get(3), 33, "4210");
        line(changed, "CP-0450", 55, "41.00", book.daysAgo(13), book.daysAgo(13))
                .receive(55, book.daysAgo(13));
        SupplierInvoice invoice = book.add(new SupplierInvoice(book.nextId(), "ER5004", changed, book.daysAgo(12)));
        charge(invoice, changed, 0, 55, "41.00");
    }

    /** Contracts, certificates and quality notices. */
    private void addFile(Supplier supplier, int shift) {
        LocalDate yearEnd = book.today().withDayOfYear(book.today().lengthOfYear());
        book.add(new SupplierContract(
                book.nextId(),
                supplier,
                "RV-" + supplier.number() + "-1",
                "Castings and housings",
                yearEnd,
                30,
                new BigDecimal("86000.00")));
        book.add(new SupplierContract(
                book.nextId(),
                supplier,
                "RV-" + supplier.number() + "-2",
                "Shafts, hardened",
                yearEnd.plusMonths(14 + shift),
                90,
                new BigDecimal("41500.00")));
        book.add(new Certificate(book.nextId(), supplier, "ISO 9001", book.daysAgo(-38 - 300 * shift)));
        book.add(new Certificate(book.nextId(), supplier, "ISO 14001", book.daysAgo(-640)));
        book.add(new QualityNotice(
                book.nextId(),
                supplier,
                master.item("GB-3300"),
                book.daysAgo(130),
                6,
                "Porous casting, six returned.",
                book.daysAgo(101)));
        book.add(new QualityNotice(
                book.nextId(),
                supplier,
                master.item("SH-0815"),
                book.daysAgo(22),
                3 + shift,
                "Diameter out of tolerance.",
                null));
        if (shift == 0) {
            supplier.note("Delivery reliability fell since they moved their foundry in spring. Ask for the manager.");
        }
    }

    private PurchaseOrder order(String number, Supplier supplier, int age, String costCentre) {
        PurchaseOrder order = book.add(new PurchaseOrder(book.nextId(), number, supplier, book.daysAgo(age), BUYER));
        order.request(costCentre.equals("4210") ? BUYER : "Paul Kessler", costCentre);
        return order;
    }

    private void approve(PurchaseOrder order) {
        order.approve("Carl Brandt", order.orderedOn().plusDays(1));
    }

    private PurchaseOrderLine line(
            PurchaseOrder order,
            String item,
            int quantity,
            String price,
            LocalDate requestedOn,
            @Nullable LocalDate confirmedOn) {
        return purchasing.line(order, master.item(item), quantity, new BigDecimal(price), requestedOn, confirmedOn);
    }

    private void charge(SupplierInvoice invoice, PurchaseOrder order, int line, int quantity, String price) {
        invoice.add(new SupplierInvoiceLine(
                book.nextId(),
                invoice,
                order.lines().get(line).position(),
                order.lines().get(line),
                quantity,
                new BigDecimal(price)));
    }
}
