package sample.erp.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import sample.erp.customer.Customer;
import sample.erp.organisation.Organisation;
import sample.erp.sales.Delivery;
import sample.erp.sales.SalesOrder;
import sample.erp.sales.SalesOrderLine;
import sample.erp.stock.Item;

/** Two years of sales orders and their deliveries; a few orders are made by {@link Situations}. */
final class SalesData {

    static final int MONTHS_AS_DAYS = 730;

    private static final int GERMAN_FIRST = 3381;
    private static final int GERMAN_COUNT = 1400;
    private static final int SWISS_FIRST = 4690;
    private static final int SWISS_COUNT = 680;

    /** Orders this old are delivered, invoiced and paid: they disturb no situation. */
    private static final int LONG_AGO = 220;

    private static final List<String> CARRIERS = List.of("DHL Freight", "Kuehne + Nagel", "DB Schenker", "Own truck");
    private static final List<String> DELIVERY_TERMS = List.of("DAP", "EXW Bremen", "FCA", "CPT", "DAP");

    private final Book book;
    private final MasterData master;
    private final CustomerData customers;
    private final InvoiceData invoices;
    private final Situations situations;
    private final SplittableRandom random = new SplittableRandom(31);
    private int lastDelivery = 60_000;

    SalesData(Book book, MasterData master, CustomerData customers, InvoiceData invoices) {
        this.book = book;
        this.master = master;
        this.customers = customers;
        this.invoices = invoices;
        this.situations = new Situations(book, this, master, customers, invoices);
    }

    void fill() {
        fill(master.germany(), GERMAN_FIRST, GERMAN_COUNT);
        fill(master.switzerland(), SWISS_FIRST, SWISS_COUNT);
        situations.addInvoicesWithoutOrder();
        situations.addOrderForProduction();
    }

    private void fill(Organisation organisation, int first, int count) {
        for (int i = 0; i < count; i++) {
            String key = organisation.code() + ":" + (first + i);
            int age = MONTHS_AS_DAYS - i * MONTHS_AS_DAYS / count;
            if (Situations.UNUSED_NUMBERS.contains(key)) {
                continue;
            }
            if (!situations.addOrder(key, age)) {
                ordinaryOrder(organisation, String.valueOf(first + i), age);
            }
        }
    }

    private void ordinaryOrder(Organisation organisation, String number, int age) {
        boolean longAgo = age > LONG_AGO && random.nextInt(20) == 0;
        List<Customer> choice = longAgo ? customers.handMade(organisation) : customers.ordinary(organisation);
        // The lower of two draws: some customers order far more often than others.
        int pick = Math.min(random.nextInt(choice.size()), random.nextInt(choice.size()));
        SalesOrder order = order(number, choice.get(pick), age, age - 10 - random.nextInt(20));
        int lines = 1 + random.nextInt(4) + random.nextInt(4);
        for (int i = 0; i < lines; i++) {
            Item item = master.ordinaryItems()
                    .get(random.nextInt(master.ordinaryItems().size()));
            int quantity = item.unitCost().compareTo(new BigDecimal(60)) > 0
                    ? 1 + random.nextInt(8)
                    : 5 * (1 + random.nextInt(30));
            BigDecimal discount = BigDecimal.valueOf(5L * random.nextInt(4), 0);
            line(order, item, quantity, discount, order.requestedOn().plusDays(random.nextInt(4)));
        }
        if (age > 20 && random.nextInt(33) == 0) {
            order.cancel(book.daysAgo(age - 5).atTime(11, 30));
            return;
        }
        deliverAsUsual(order);
    }

    /** Ships an order in one or two goes, sometimes late, as far as time has come. */
    private void deliverAsUsual(SalesOrder order) {
        int slip = random.nextInt(12) == 0 ? 4 + random.nextInt(9) : random.nextInt(6) - 3;
        LocalDate shipOn = order.requestedOn().plusDays(slip);
        boolean inTwo = order.lines().size() > 1 && random.nextInt(6) == 0;
        List<Integer> all = order.lines().stream().map(SalesOrderLine::quantity).toList();
        List<Integer> first = inTwo ? half(order.lines()) : all;
        ship(order, shipOn, first);
        if (inTwo) {
            ship(order, shipOn.plusDays(6 + random.nextInt(14)), difference(all, first));
        }
    }

    private List<Integer> half(List<SalesOrderLine> lines) {
        List<Integer> quantities = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int quantity = lines.get(i).quantity();
            quantities.add(i == 0 ? (quantity + 1) / 2 : random.nextBoolean() ? quantity : 0);
        }
        return quantities;
    }

    private static List<Integer> difference(List<Integer> all, List<Integer> part) {
        List<Integer> rest = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            rest.add(all.get(i) - part.get(i));
        }
        return rest;
    }

    /** Starts an order. {@code requestedAgo} is negative for a day to come. */
    SalesOrder order(String number, Customer customer, int age, int requestedAgo) {
        return book.add(new SalesOrder(
                book.nextId(),
                number,
                customer,
                book.daysAgo(age),
                book.daysAgo(requestedAgo),
                customer.accountManager(),
                "PO " + (20_000 + random.nextInt(60_000)),
                DELIVERY_TERMS.get(random.nextInt(DELIVERY_TERMS.size()))));
    }

    void line(SalesOrder order, Item item, int quantity, BigDecimal discount, LocalDate promisedOn) {
        SalesOrderLine.Terms terms = new SalesOrderLine.Terms(
                master.listPrice(item, order.organisation()), discount, master.cost(item, order.organisation()));
        order.add(new SalesOrderLine(
                book.nextId(),
                order,
                10 * (order.lines().size() + 1),
                item,
                master.mainWarehouse(order.organisation()),
                quantity,
                terms,
                promisedOn));
    }

    /** Ships and invoices, unless the day has not come. */
    void ship(SalesOrder order, LocalDate shipOn, List<Integer> quantities) {
        if (shipOn.isAfter(book.today())) {
            return;
        }
        Delivery delivery = book.add(new Delivery(
                book.nextId(), "DN" + ++lastDelivery, order, shipOn, CARRIERS.get(random.nextInt(CARRIERS.size()))));
        for (int i = 0; i < quantities.size(); i++) {
            if (quantities.get(i) > 0) {
                delivery.add(book.nextId(), order.lines().get(i), quantities.get(i));
            }
        }
        order.updateStatus(shipOn.atTime(15, 30));
        invoices.delivered(delivery);
    }
}
