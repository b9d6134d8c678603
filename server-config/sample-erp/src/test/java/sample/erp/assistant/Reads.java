package sample.erp.assistant;

import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.RecordSource;
import erp.assistant.record.Rows;
import erp.assistant.record.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import sample.erp.customer.Credit;
import sample.erp.customer.Customers;
import sample.erp.data.DemoDatabase;
import sample.erp.invoice.CustomerInvoices;
import sample.erp.ledger.LedgerAccounts;
import sample.erp.organisation.Staff;
import sample.erp.payment.PaymentRuns;
import sample.erp.production.ProductionOrders;
import sample.erp.purchasing.PurchaseOrders;
import sample.erp.purchasing.SupplierInvoices;
import sample.erp.purchasing.Suppliers;
import sample.erp.sales.Deliveries;
import sample.erp.sales.SalesOrders;
import sample.erp.sales.Supply;
import sample.erp.stock.Items;

/** The sources over the demo company, and short ways to ask them. */
final class Reads {

    private static final StaffReading READING = new StaffReading(DemoDatabase.get(), new Staff());
    private static final Credit CREDIT = new Credit();

    static final RecordSource ORDERS = new SalesOrderSource(
            READING,
            new SalesOrders(new Supply(), CREDIT, DemoDatabase.CLOCK),
            DemoDatabase.CLOCK,
            new SalesOrderList(READING, DemoDatabase.CLOCK));
    static final RecordSource CUSTOMERS = new CustomerSource(
            READING,
            new Customers(CREDIT, DemoDatabase.CLOCK),
            DemoDatabase.CLOCK,
            new CustomerList(READING, DemoDatabase.CLOCK));
    static final RecordSource INVOICES = new CustomerInvoiceSource(
            READING,
            new CustomerInvoices(DemoDatabase.CLOCK),
            DemoDatabase.CLOCK,
            new CustomerInvoiceList(READING, DemoDatabase.CLOCK));

    static final RecordSource DELIVERIES = new DeliverySource(
            READING, new Deliveries(), DemoDatabase.CLOCK, new DeliveryList(READING, DemoDatabase.CLOCK));
    static final RecordSource ITEMS = new ItemSource(
            READING, new Items(DemoDatabase.CLOCK), DemoDatabase.CLOCK, new ItemList(READING, DemoDatabase.CLOCK));
    static final RecordSource PURCHASE_ORDERS = new PurchaseOrderSource(
            READING,
            new PurchaseOrders(DemoDatabase.CLOCK),
            DemoDatabase.CLOCK,
            new PurchaseOrderList(READING, DemoDatabase.CLOCK));
    static final RecordSource SUPPLIER_INVOICES = new SupplierInvoiceSource(
            READING,
            new SupplierInvoices(DemoDatabase.CLOCK),
            DemoDatabase.CLOCK,
            new SupplierInvoiceList(READING, DemoDatabase.CLOCK));
    static final RecordSource SUPPLIERS = new SupplierSource(
            READING,
            new Suppliers(DemoDatabase.CLOCK),
            DemoDatabase.CLOCK,
            new SupplierList(READING, DemoDatabase.CLOCK));
    static final RecordSource PRODUCTION_ORDERS = new ProductionOrderSource(
            READING,
            new ProductionOrders(DemoDatabase.CLOCK),
            DemoDatabase.CLOCK,
            new ProductionOrderList(READING, DemoDatabase.CLOCK));
    static final RecordSource LEDGER_ACCOUNTS = new LedgerAccountSource(
            READING,
            new LedgerAccounts(DemoDatabase.CLOCK),
            DemoDatabase.CLOCK,
            new LedgerAccountList(READING, DemoDatabase.CLOCK));
    static final RecordSource PAYMENT_RUNS = new PaymentRunSource(
            READING,
            new PaymentRuns(DemoDatabase.CLOCK),
            DemoDatabase.CLOCK,
            new PaymentRunList(READING, DemoDatabase.CLOCK));

    /** All that the assistant can be shown. */
    static final List<RecordSource> ALL = List.of(
            ORDERS,
            CUSTOMERS,
            INVOICES,
            DELIVERIES,
            ITEMS,
            PURCHASE_ORDERS,
            SUPPLIER_INVOICES,
            SUPPLIERS,
            PRODUCTION_ORDERS,
            LEDGER_ACCOUNTS,
            PAYMENT_RUNS);

    private Reads() {}

    static RecordSource source(String type) {
        return ALL.stream()
                .filter(source -> source.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    static Optional<BusinessRecord> find(RecordSource source, String id, String login) {
        return source.find(id, new Asker(login, role -> false, Locale.ENGLISH));
    }

    static BusinessRecord get(RecordSource source, String id, String login) {
        return find(source, id, login).orElseThrow();
    }

    static List<String> fieldIds(BusinessRecord record) {
        return record.fields().stream().map(Field::id).toList();
    }

    static Value value(BusinessRecord record, String field) {
        return record.fields().stream()
                .filter(candidate -> candidate.id().equals(field))
                .map(Field::value)
                .findFirst()
                .orElseThrow();
    }

    static Rows rows(BusinessRecord record, String id) {
        return record.rows().stream()
                .filter(rows -> rows.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Value cell(BusinessRecord record, String rows, String key, String field) {
        return rows(record, rows).rows().stream()
                .filter(row -> row.key().equals(key))
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.id().equals(field))
                .map(Field::value)
                .findFirst()
                .orElseThrow();
    }

    /** Every field and cell of a record. */
    static Stream<Field> everything(BusinessRecord record) {
        return Stream.concat(
                record.fields().stream(),
                record.rows().stream()
                        .flatMap(rows -> Stream.concat(
                                rows.totals().stream(), rows.rows().stream().flatMap(row -> row.cells().stream()))));
    }

    static List<String> actions(BusinessRecord record) {
        return record.actions().stream().map(action -> action.id()).toList();
    }
}
