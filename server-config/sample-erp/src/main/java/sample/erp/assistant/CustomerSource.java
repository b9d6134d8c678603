package sample.erp.assistant;

import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Importance;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import sample.erp.customer.CustomerSheet;
import sample.erp.customer.Customers;
import sample.erp.organisation.Person;

/** Shows customers to the assistant. */
@Singleton
public class CustomerSource extends ErpSource<CustomerSheet> {

    private static final int MAX_ROWS = 20;
    private static final int MAX_ACTIVITIES = 5;

    private final Customers customers;
    private final Clock clock;

    @Inject
    public CustomerSource(StaffReading reading, Customers customers, Clock clock, CustomerList list) {
        super("customer", reading, list);
        this.customers = customers;
        this.clock = clock;
    }

    @Override
    Optional<CustomerSheet> sheet(EntityManager em, Person person, String id) {
        return customers.find(em, person, id);
    }

    @Override
    BusinessRecord record(String id, CustomerSheet customer) {
        Values values = new Values(customer.currency());
        BusinessRecord.Builder record = BusinessRecord.of(new RecordRef(type(), id), "Customer " + customer.number())
                .version(customer.version(), clock.instant())
                .organisation(customer.organisation())
                .identity("number", "Customer number", customer.number())
                .identity("name", "Name", customer.name())
                .identity("status", "Status", customer.status())
                .fact("openOrderCount", "Open orders", Values.quantity(customer.openOrderCount(), "orders"))
                .fact("lateLineCount", "Late order lines", Values.quantity(customer.lateLineCount(), "lines"));
        if (customer.credit() != null) {
            CreditFacts.add(record, customer.credit(), values);
        }
        addBusiness(record, customer.business(), values);
        addHeader(record, customer);
        addRows(record, customer, values);
        addActions(record, customer);
        return record.build();
    }

    private static void addBusiness(
            BusinessRecord.Builder record, CustomerSheet.@Nullable Business business, Values values) {
        if (business == null) {
            return;
        }
        Integer days = business.averageDaysToPay();
        record.fact("sales12Months", "Sales of the last 12 months", values.money(business.sales12Months()))
                .fact("salesBefore", "Sales of the 12 months before", values.money(business.salesBefore()))
                .fact("salesTrend", "Change of sales", Values.percent(business.trendPercent()))
                .fact(
                        "averageDaysToPay",
                        "Average days from invoice to payment",
                        days == null ? Values.text(null) : Values.quantity(days, "days"));
    }

    private static void addHeader(BusinessRecord.Builder record, CustomerSheet customer) {
        record.text("city", "City", customer.address().city())
                .text("country", "Country", customer.address().country())
                .text("language", "Language of letters", customer.address().language())
                .date("customerSince", "Customer since", customer.customerSince());
        Integer terms = customer.paymentTermsDays();
        if (terms != null) {
            record.field(Field.of("paymentTermsDays", "Payment terms", Values.quantity(terms, "days")));
        }
        record.field(Values.personal("accountManager", "Account manager", customer.accountManager()))
                .field(Values.personal(
                        "contactName", "Contact person", customer.contact().name()))
                .field(Values.personal(
                                "contactPhone", "Phone", customer.contact().phone())
                        .as(Importance.DETAIL))
                .field(Values.personal(
                                "contactEmail", "E-mail", customer.contact().email())
                        .as(Importance.DETAIL))
                .field(Field.of("note", "Note", Values.text(customer.note())).as(Importance.DETAIL));
    }

    private static void addRows(BusinessRecord.Builder record, CustomerSheet customer, Values values) {
        record.rows(orders(customer, values));
        List<CustomerSheet.UnpaidInvoice> unpaid = customer.unpaidInvoices();
        if (unpaid != null) {
            record.rows(invoices(unpaid, values));
        }
        List<CustomerSheet.Activity> activities = customer.activities();
        record.rows(new Rows(
                "activities",
                "History",
                IntStream.range(0, Math.min(MAX_ACTIVITIES, activities.size()))
                        .mapToObj(i -> activity(i + 1, activities.get(i)))
                        .toList(),
                activities.size(),
                List.of()));
    }

    private static Rows orders(CustomerSheet customer, Values values) {
        List<Rows.Row> rows = customer.openOrders().stream()
                .sorted(Comparator.comparing(CustomerSheet.OpenOrder::lateLines).reversed())
                .limit(MAX_ROWS)
                .map(order -> order(order, values))
                .toList();
        List<Field> totals = new ArrayList<>();
        totals.add(Field.of("lateLines", "Late lines", Values.quantity(customer.lateLineCount(), "lines")));
        if (customer.business() != null) {
            BigDecimal sum = customer.openOrders().stream()
                    .map(CustomerSheet.OpenOrder::netAmount)
                    .flatMap(amount -> Optional.ofNullable(amount).stream())
                    .reduce(new BigDecimal("0.00"), BigDecimal::add);
            totals.add(Field.of("netAmount", "Net value", values.money(sum)));
        }
        return new Rows("openOrders", "Open orders", rows, customer.openOrders().size(), totals);
    }

    private static Rows.Row order(CustomerSheet.OpenOrder order, Values values) {
        List<Field> cells = new ArrayList<>(List.of(
                Field.of("status", "Status", Values.text(order.status())),
                Field.of("requestedDate", "Requested delivery", Values.day(order.requestedDate())),
                Field.of("lateLines", "Late lines", Values.quantity(order.lateLines(), "lines"))));
        if (order.netAmount() != null) {
            cells.add(Field.of("netAmount", "Net value", values.money(order.netAmount())));
        }
        return new Rows.Row(order.number(), cells);
    }

    private static Rows invoices(List<CustomerSheet.UnpaidInvoice> unpaid, Values values) {
        List<Rows.Row> rows = unpaid.stream()
                .limit(MAX_ROWS)
                .map(invoice -> new Rows.Row(
                        invoice.number(),
                        List.of(
                                Field.of("status", "Status", Values.text(invoice.status())),
                                Field.of("dueDate", "Due on", Values.day(invoice.dueDate())),
                                Field.of("daysOverdue", "Overdue for", Values.quantity(invoice.daysOverdue(), "days")),
                                Field.of(
                                        "dunningLevel",
                                        "Dunning level",
                                        Values.quantity(invoice.dunningLevel(), "reminders")),
                                Field.of("openAmount", "Open amount", values.money(invoice.openAmount())))))
                .toList();
        BigDecimal sum = unpaid.stream()
                .map(CustomerSheet.UnpaidInvoice::openAmount)
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
        Field total = Field.of("openAmount", "Open amount", values.money(sum));
        return new Rows("unpaidInvoices", "Unpaid invoices", rows, unpaid.size(), List.of(total));
    }

    private static Rows.Row activity(int key, CustomerSheet.Activity activity) {
        return new Rows.Row(
                String.valueOf(key),
                List.of(
                        Field.of("on", "Date", Values.day(activity.on())),
                        Field.of("channel", "Channel", Values.text(activity.channel())),
                        Field.of("summary", "What was said", Values.text(activity.summary()))
                                .as(Importance.FACT)
                                .as(Sensitivity.CONFIDENTIAL),
                        Values.personal("employee", "Employee", activity.employee())));
    }

    private static void addActions(BusinessRecord.Builder record, CustomerSheet customer) {
        record.action("summary", "Summarise", "Summarise where we stand with this customer in three points.");
        record.action("prepare-visit", "Prepare a visit", "Prepare me for a visit to this customer tomorrow.");
        if (customer.credit() != null) {
            record.action(
                    "payment-behaviour",
                    "How do they pay?",
                    "How does this customer pay, and how much credit is left?");
        }
        if (customer.lateLineCount() > 0) {
            record.action("late-orders", "What is late?", "Which orders of this customer are late?");
        }
    }
}
