package sample.erp.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import sample.erp.organisation.Organisation;
import sample.erp.production.Material;
import sample.erp.production.Operation;
import sample.erp.production.ProductionOrder;
import sample.erp.production.ProductionOrder.Status;
import sample.erp.sales.SalesOrder;
import sample.erp.stock.Item;

/** Production orders of two years; two of them are made by hand. */
final class ProductionData {

    private static final List<String> CENTRES = List.of("SAW-1", "MILL-2", "MILL-3", "ASSY-1");

    private final Book book;
    private final MasterData master;
    private final SplittableRandom random = new SplittableRandom(81);

    ProductionData(Book book, MasterData master) {
        this.book = book;
        this.master = master;
    }

    void fill() {
        for (int i = 0; i < 60; i++) {
            finished(master.germany(), String.valueOf(79_880 + i), 700 - 11 * i);
        }
        for (int i = 0; i < 24; i++) {
            finished(master.switzerland(), String.valueOf(81_001 + i), 700 - 28 * i);
        }
        tooDear();
        waiting();
        following();
    }

    private void finished(Organisation organisation, String number, int age) {
        Item item = master.ordinaryItems().get(90 + random.nextInt(60));
        int quantity = 10 * (2 + random.nextInt(8));
        ProductionOrder order = order(organisation, number, item, quantity, Status.FINISHED, age, null);
        material(order, master.item("HS-7700"), quantity, quantity + random.nextInt(3), "24.00", "24.00");
        BigDecimal hours = BigDecimal.valueOf(quantity * (4L + random.nextInt(4)), 1);
        BigDecimal factor = BigDecimal.valueOf(95 + random.nextInt(12), 2);
        operation(
                order,
                CENTRES.get(random.nextInt(4)),
                hours,
                hours.multiply(factor).setScale(2, RoundingMode.HALF_UP));
    }

    /** 12 % over plan: dearer and more material, slower work, and the set-up of a lot of 100 for 50 pieces. */
    private void tooDear() {
        ProductionOrder order = book.add(new ProductionOrder(
                book.nextId(),
                master.germany(),
                "79950",
                master.item("PU-6600"),
                50,
                50,
                4,
                2,
                Status.FINISHED,
                book.daysAgo(34),
                book.daysAgo(20),
                null,
                100,
                "Half a lot, because the trade fair could not wait."));
        material(order, master.item("HS-7700"), 52, 56, "24.00", "25.50");
        material(order, master.item("EL-1200"), 50, 51, "38.00", "39.20");
        add(order, new Work("Set-up", "MILL-2", "5.00", "10.00", "60.00", true), null, true);
        add(order, new Work("Machining", "MILL-2", "40.00", "43.50", "60.00", false), null, true);
        add(order, new Work("Assembly", "ASSY-1", "25.00", "26.30", "52.00", false), null, true);
    }

    /** Started, and stopped for want of housings; a customer waits. */
    private void waiting() {
        SalesOrder customer = book.all(SalesOrder.class)
                .filter(order -> order.organisation().code().equals("DE")
                        && order.number().equals("4790"))
                .findFirst()
                .orElseThrow();
        ProductionOrder order = book.add(new ProductionOrder(
                book.nextId(),
                master.germany(),
                "80012",
                master.item("PU-6600"),
                40,
                0,
                0,
                4,
                Status.RELEASED,
                book.daysAgo(3),
                book.daysAgo(-6),
                customer,
                100,
                "Housings were promised for last week."));
        material(order, master.item("HS-7700"), 44, 0, "24.00", "24.00");
        material(order, master.item("EL-1200"), 40, 0, "38.00", "38.00");
        add(order, new Work("Set-up", "MILL-2", "5.00", "0.00", "60.00", true), book.daysAgo(-4), false);
        add(order, new Work("Machining", "MILL-2", "32.00", "0.00", "60.00", false), book.daysAgo(-4), false);
        add(order, new Work("Assembly", "ASSY-1", "20.00", "0.00", "52.00", false), book.daysAgo(-6), false);
    }

    /** Behind 80012 on the same machine. */
    private void following() {
        for (int i = 0; i < 3; i++) {
            ProductionOrder order = order(
                    master.germany(),
                    String.valueOf(80_013 + i),
                    master.ordinaryItems().get(100 + i),
                    20 + 5 * i,
                    Status.PLANNED,
                    -3 - 2 * i,
                    null);
            material(order, master.item("EL-1200"), 20, 0, "38.00", "38.00");
            add(order, new Work("Machining", "MILL-2", 14 + 4 * i + ".00", "0.00", "60.00", false), null, false);
        }
    }

    private ProductionOrder order(
            Organisation organisation,
            String number,
            Item item,
            int quantity,
            Status status,
            int age,
            @Nullable SalesOrder customer) {
        boolean done = status == Status.FINISHED;
        LocalDate start = book.daysAgo(age);
        return book.add(new ProductionOrder(
                book.nextId(),
                organisation,
                number,
                item,
                quantity,
                done ? quantity : 0,
                done ? random.nextInt(3) : 0,
                2,
                status,
                start,
                start.plusDays(9),
                customer,
                50,
                null));
    }

    private void operation(ProductionOrder order, String centre, BigDecimal planned, BigDecimal actual) {
        add(order, new Work("Machining", centre, planned.toString(), actual.toString(), "60.00", false), null, true);
    }

    private record Work(String name, String centre, String planned, String actual, String rate, boolean setUp) {}

    private void add(ProductionOrder order, Work work, @Nullable LocalDate freeFrom, boolean done) {
        order.add(new Operation(
                book.nextId(),
                order,
                10 * (order.operations().size() + 1),
                work.name(),
                work.centre(),
                new BigDecimal(work.planned()),
                new BigDecimal(work.actual()),
                new BigDecimal(work.rate()),
                freeFrom,
                master.employee(
                        order.organisation(), "Production", order.operations().size()),
                work.setUp(),
                done));
    }

    private void material(ProductionOrder order, Item item, int needed, int issued, String planned, String actual) {
        order.add(new Material(
                book.nextId(),
                order,
                10 * (order.materials().size() + 1),
                item,
                needed,
                issued,
                new BigDecimal(planned),
                new BigDecimal(actual)));
    }
}
