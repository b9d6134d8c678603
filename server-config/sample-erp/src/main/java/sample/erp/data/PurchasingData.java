package sample.erp.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import sample.erp.organisation.Organisation;
import sample.erp.purchasing.Approval;
import sample.erp.purchasing.PurchaseOrder;
import sample.erp.purchasing.PurchaseOrderLine;
import sample.erp.purchasing.Supplier;
import sample.erp.purchasing.SupplierInvoice;
import sample.erp.purchasing.SupplierInvoiceLine;
import sample.erp.stock.Item;

/** Suppliers, purchase orders and supplier invoices, some of which do not match. */
final class PurchasingData {

    private static final List<String> COUNTRIES = List.of("DE", "DE", "IT", "PL", "CH", "AT", "NL", "SE");

    /** How long before the last day of its tolerance an ordinary delivery comes. */
    private static final int USUAL_LEAD_DAYS = 4;

    private final Book book;
    private final MasterData master;
    private final SplittableRandom random = new SplittableRandom(61);
    private final NameDraw names = new NameDraw(random.split());
    private final NameDraw people = new NameDraw(new SplittableRandom(62));
    private int lastInvoice = 700;

    PurchasingData(Book book, MasterData master) {
        this.book = book;
        this.master = master;
    }

    void fill() {
        fill(master.germany(), 70_001, 30, 45_001, 300);
        fill(master.switzerland(), 70_021, 15, 45_281, 120);
    }

    private void fill(Organisation organisation, int firstSupplier, int suppliers, int firstOrder, int orders) {
        List<Supplier> choice = new ArrayList<>();
        for (int i = 0; i < suppliers; i++) {
            choice.add(supplier(organisation, firstSupplier + i));
        }
        choice.get(3).changeBank("DE00000000000000000000", book.daysAgo(6));
        choice.forEach(supplier -> supplier.contact(people.person(), "+49 555 " + (200_000 + supplier.id() % 100_000)));
        for (int i = 0; i < orders; i++) {
            int age = SalesData.MONTHS_AS_DAYS - i * SalesData.MONTHS_AS_DAYS / orders;
            ordinaryOrder(choice.get(random.nextInt(choice.size())), String.valueOf(firstOrder + i), age);
        }
        if (organisation.code().equals("DE")) {
            addLateSuppliers(choice.get(0), firstOrder + orders);
            new PurchasingSituations(book, master, this, choice).fill();
        }
    }

    private Supplier supplier(Organisation organisation, int number) {
        String country = COUNTRIES.get(random.nextInt(COUNTRIES.size()));
        String iban = country + "00" + (1_000_000_000L + random.nextInt(900_000_000)) + "0000";
        return book.add(
                new Supplier(book.nextId(), organisation, String.valueOf(number), names.firm(country), country, iban));
    }

    private void ordinaryOrder(Supplier supplier, String number, int age) {
        PurchaseOrder order = order(supplier, number, age);
        int lines = 1 + random.nextInt(4);
        for (int i = 0; i < lines; i++) {
            Item item = master.ordinaryItems()
                    .get(random.nextInt(master.ordinaryItems().size()));
            LocalDate requestedOn = order.orderedOn().plusDays(item.leadTimeDays());
            boolean confirmed = age > 12 || random.nextInt(3) > 0;
            PurchaseOrderLine line = line(
                    order,
                    item,
                    20 * (1 + random.nextInt(20)),
                    requestedOn,
                    confirmed ? requestedOn.plusDays(random.nextInt(5)) : null);
            LocalDate arrival = requestedOn.plusDays(random.nextInt(9));
            if (arrival.isBefore(book.today())) {
                boolean shortOf = random.nextInt(20) == 0 && age < 100;
                int quantity = shortOf ? line.quantity() - 5 : line.quantity();
                line.receive(quantity, arrival.minusDays(USUAL_LEAD_DAYS));
            }
        }
        order.request(master.employee(order.organisation(), "Production", age), age % 3 == 0 ? "4210" : "4100");
        if (order.netAmount().compareTo(Approval.NEEDED_ABOVE) > 0) {
            order.approve(
                    master.employee(order.organisation(), "Accounting", 1),
                    order.orderedOn().plusDays(1));
        }
        if (order.lines().stream().allMatch(line -> line.received() > 0)) {
            invoice(order);
        }
    }

    /** What the sales orders 4711 and 4718 wait for. */
    private void addLateSuppliers(Supplier supplier, int firstNumber) {
        PurchaseOrder castings = order(supplier, String.valueOf(firstNumber), 44);
        line(castings, master.item("GB-3300"), 40, book.daysAgo(9), book.daysAgo(-15));
        PurchaseOrder shafts = order(supplier, String.valueOf(firstNumber + 1), 30);
        line(shafts, master.item("SH-0815"), 100, book.daysAgo(2), book.daysAgo(-3));
        PurchaseOrder unconfirmed = order(supplier, String.valueOf(firstNumber + 2), 12);
        line(unconfirmed, master.item("CP-0450"), 200, book.daysAgo(-8), null);
        for (PurchaseOrder order : List.of(castings, shafts, unconfirmed)) {
            order.request("Paul Kessler", "4100");
            order.approve("Carl Brandt", order.orderedOn().plusDays(1));
        }
    }

    PurchaseOrder order(Supplier supplier, String number, int age) {
        String buyer = master.employee(supplier.organisation(), "Purchasing", random.nextInt(50));
        return book.add(new PurchaseOrder(book.nextId(), number, supplier, book.daysAgo(age), buyer));
    }

    private PurchaseOrderLine line(
            PurchaseOrder order, Item item, int quantity, LocalDate requestedOn, @Nullable LocalDate confirmedOn) {
        return line(order, item, quantity, master.cost(item, order.organisation()), requestedOn, confirmedOn);
    }

    PurchaseOrderLine line(
            PurchaseOrder order,
            Item item,
            int quantity,
            BigDecimal price,
            LocalDate requestedOn,
            @Nullable LocalDate confirmedOn) {
        PurchaseOrderLine line = new PurchaseOrderLine(
                book.nextId(),
                order,
                10 * (order.lines().size() + 1),
                item,
                master.mainWarehouse(order.organisation()),
                quantity,
                price,
                requestedOn,
                confirmedOn);
        order.add(line);
        return line;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private void invoice(PurchaseOrder order) {
        SupplierInvoice invoice = book.add(new SupplierInvoice(
                book.nextId(),
                "ER" + ++lastInvoice,
                order,
                earlier(order.orderedOn().plusDays(40), book.today())));
        if (invoice.dueOn().isBefore(book.today())) {
            invoice.pay(invoice.dueOn());
        }
        for (PurchaseOrderLine line : order.lines()) {
            int kind = random.nextInt(25);
            BigDecimal factor =
                    kind == 0 ? new BigDecimal("1.06") : kind == 1 ? new BigDecimal("1.015") : BigDecimal.ONE;
            int tooMany = kind == 2 ? 10 : 0;
            invoice.add(new SupplierInvoiceLine(
                    book.nextId(),
                    invoice,
                    line.position(),
                    line,
                    line.received() + tooMany,
                    line.price().multiply(factor).setScale(2, RoundingMode.HALF_UP)));
        }
    }
}
