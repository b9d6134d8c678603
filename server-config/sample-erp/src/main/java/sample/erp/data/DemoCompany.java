package sample.erp.data;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * NordWerk: two companies and the 24 months before a day.
 *
 * <p>Numbers, names and amounts are the same each time and everywhere; only dates move with the day.
 */
public final class DemoCompany {

    private final Book book;

    private DemoCompany(Book book) {
        this.book = book;
    }

    /** Makes the company up. */
    public static DemoCompany asOf(LocalDate today) {
        Book book = new Book(today);
        MasterData master = new MasterData(book);
        CustomerData customers = new CustomerData(book, master);
        InvoiceData invoices = new InvoiceData(book, master);
        new SalesData(book, master, customers, invoices).fill();
        invoices.fill();
        new PurchasingData(book, master).fill();
        new StockData(book).fill();
        new CreditControl(book).fill();
        new ProductionData(book, master).fill();
        new LedgerData(book, master).fill();
        new PaymentData(book).fill();
        return new DemoCompany(book);
    }

    /** Everything of one kind, in the order in which it was made. Lines belong to their documents. */
    public <T> Stream<T> all(Class<T> type) {
        return book.all(type);
    }

    /** Writes everything into an empty database, within the caller's transaction. */
    public void store(EntityManager em) {
        book.rows().forEach(em::persist);
    }
}
