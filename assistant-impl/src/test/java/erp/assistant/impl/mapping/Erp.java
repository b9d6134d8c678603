package erp.assistant.impl.mapping;

import erp.assistant.record.Asker;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A small ERP in a database in memory: orders of two companies, people with roles. */
final class Erp {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ZONE);

    /** A mapping of the orders that uses everything a file can say. */
    static final String ORDERS = """
            {
              "type": "order",
              "dataSource": "jdbc/erp",
              "label": {"en": "Order {number}", "de": "Auftrag {number}"},
              "rolesQuery": "SELECT role FROM staff WHERE login = :user",
              "rowFilter": "company IN (SELECT company FROM staff WHERE login = :user)",
              "organisation": "company",
              "version": "changed_at",
              "currency": {"column": "currency"},
              "query": ["SELECT o.*, c.name customer, c.iban FROM orders o",
                        "JOIN customer c ON c.id = o.customer_id WHERE o.number = :id"],
              "fields": {
                "number": {"label": {"en": "Order", "de": "Auftrag"}, "importance": "identity"},
                "customer": {"label": "Customer", "link": {"type": "customer", "column": "customer_id"}},
                "iban": {"label": "IBAN", "sensitivity": "secret"},
                "orderedOn": {"label": "Ordered", "type": "date"},
                "changedAt": {"label": "Changed", "type": "moment"},
                "blocked": {"label": "Blocked", "type": "flag"},
                "total": {"label": "Total", "type": "money"},
                "discount": {"label": "Discount", "type": "percent"},
                "margin": {"label": "Margin", "type": "money", "sensitivity": "confidential", "roles": ["controller"]},
                "note": {"label": "Note", "importance": "detail"}
              },
              "facts": [{
                "query": "SELECT SUM(quantity) pieces, COUNT(*) positions FROM line WHERE order_id = :record.id",
                "fields": {"pieces": {"label": "Pieces", "type": "quantity", "unit": {"en": "pieces", "de": "Stück"}}}
              }],
              "rows": {
                "lines": {
                  "label": "Lines",
                  "query": "SELECT position, item, quantity, unit, price, cost FROM line WHERE order_id = :record.id",
                  "key": "position", "order": "quantity DESC, position", "cap": 2,
                  "fields": {
                    "item": {"label": "Item"},
                    "quantity": {"label": "Quantity", "type": "quantity", "unit": {"column": "unit"}},
                    "price": {"label": "Price", "type": "money"},
                    "cost": {"label": "Cost", "type": "money", "roles": ["controller"]}
                  },
                  "totals": {
                    "quantity": {"label": "Quantity", "type": "number", "sum": "quantity"},
                    "dearest": {"label": "Highest price", "type": "money", "max": "price"},
                    "cost": {"label": "Cost", "type": "money", "sum": "cost", "roles": ["controller"]}
                  }
                },
                "postings": {
                  "label": "Postings", "roles": ["controller"], "order": "id",
                  "query": "SELECT id, price FROM line WHERE order_id = :record.id",
                  "fields": {"price": {"label": "Price", "type": "money"}}
                }
              },
              "actions": {
                "summary": {"label": "Summarise", "question": {"en": "Summarise.", "de": "Fasse zusammen."}},
                "why-blocked": {"label": "Why?", "question": "Why is it blocked?", "when": "blocked"}
              }
            }
            """;

    /** The same with a list of all orders. */
    static final String LISTED = ORDERS.substring(0, ORDERS.lastIndexOf('}')).stripTrailing() + """
            ,
              "list": {
                "label": {"en": "Orders", "de": "Aufträge"}, "about": "What customers have ordered.",
                "query": "SELECT o.*, c.name customer, c.iban, 'x' shape FROM orders o JOIN customer c ON c.id = o.customer_id",
                "key": "number", "order": "ordered_on DESC, id", "cap": 50,
                "fields": {
                  "number": {"label": "Order", "filter": ["eq", "in"], "sort": true},
                  "customer": {"label": "Customer", "filter": ["contains"], "group": true, "link": {"type": "customer", "column": "customer_id"}},
                  "company": {"label": "Company", "filter": ["eq", "ne"], "choices": ["DE", "CH"], "group": true},
                  "iban": {"label": "IBAN", "sensitivity": "secret"},
                  "ordered": {"label": "Ordered", "type": "date", "column": "ordered_on", "filter": ["lt", "ge", "eq"], "sort": true, "aggregates": ["min"]},
                  "blocked": {"label": "Blocked", "type": "flag", "filter": ["eq"]},
                  "total": {"label": "Total", "type": "money", "filter": ["gt", "le"], "sort": true, "aggregates": ["sum", "max"]},
                  "discount": {"label": "Discount", "type": "percent", "filter": ["ne"]},
                  "margin": {"label": "Margin", "type": "money", "sensitivity": "confidential", "roles": ["controller"],
                    "filter": ["gt"], "sort": true, "aggregates": ["sum"]}
                },
                "actions": {"which-blocked": {"label": "Blocked?", "question": "Which are blocked?", "when": "blocked"}}
              }
            }
            """;

    private static final String TABLES = """
            CREATE TABLE staff (login VARCHAR(20), company VARCHAR(2), role VARCHAR(20));
            CREATE TABLE customer (id BIGINT PRIMARY KEY, name VARCHAR(80), iban VARCHAR(34), birth_date DATE, credit_limit NUMERIC(12,2));
            CREATE TABLE orders (id BIGINT PRIMARY KEY, number VARCHAR(20), company VARCHAR(2), customer_id BIGINT REFERENCES customer (id),
              ordered_on DATE, changed_at TIMESTAMP, blocked BOOLEAN, currency VARCHAR(3), total NUMERIC(12,2), discount NUMERIC(5,2),
              margin NUMERIC(12,2), note CLOB);
            CREATE TABLE line (id BIGINT PRIMARY KEY, order_id BIGINT REFERENCES orders (id), position INTEGER, item VARCHAR(40),
              quantity INTEGER, unit VARCHAR(10), price NUMERIC(12,2), cost NUMERIC(12,2));
            """;

    private static final String ROWS = """
            INSERT INTO staff VALUES ('anna', 'DE', 'sales'), ('carl', 'DE', 'controller'), ('carl', 'CH', 'controller');
            INSERT INTO customer VALUES (7, 'Meyer & Söhne', 'DE02120300000000202051', NULL, 1000);
            INSERT INTO orders VALUES
              (1, '4711', 'DE', 7, '2026-11-02', '2026-11-18 08:30:00', TRUE, 'EUR', 1234.50, 2.5, 321.00, 'call first'),
              (2, '4712', 'CH', 7, '2026-11-03', '2026-11-18 08:30:00', FALSE, 'CHF', 99.00, NULL, 1, NULL),
              (3, '4700', 'DE', 7, '2026-11-03', '2026-11-18 08:30:00', FALSE, 'EUR', 99.00, NULL, 1, NULL),
              (4, '4700', 'CH', 7, '2026-11-03', '2026-11-18 08:30:00', FALSE, 'CHF', 99.00, NULL, 1, NULL);
            INSERT INTO line VALUES (1, 1, 10, 'Bolt', 5, 'pcs', 1.10, 0.70), (2, 1, 20, 'Nut', 80, 'pcs', 0.20, 0.10),
              (3, 1, 30, 'Oil', 12, 'l', 9.90, 5.00), (4, 2, 10, 'Bolt', 7, 'pcs', 1.10, 0.70);
            """;

    private final JdbcDataSource dataSource = new JdbcDataSource();

    private Erp() {
        dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    static Erp filled() {
        Erp erp = empty();
        erp.run(TABLES);
        erp.run(ROWS);
        return erp;
    }

    static Erp empty() {
        return new Erp();
    }

    void createTables() {
        run(TABLES);
    }

    DataSource dataSource() {
        return dataSource;
    }

    void run(String statements) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements.split(";\\s*", -1)) {
                if (!each.isBlank()) {
                    statement.execute(each);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    MappedSource source(String json) {
        return source(mapping(json), dataSource);
    }

    static MappedSource source(Mapping mapping, DataSource dataSource) {
        return new MappedSource(mapping, () -> dataSource, CLOCK, () -> ZONE);
    }

    static Mapping mapping(String json) {
        Problems problems = new Problems("order.json");
        return MappingReader.read("order.json", json, problems).orElseThrow(() -> new AssertionError(problems.lines()));
    }

    /** What is wrong with a file. */
    static List<String> problems(String json) {
        Problems problems = new Problems("order.json");
        if (MappingReader.read("order.json", json, problems).isPresent() != problems.none()) {
            throw new AssertionError("a mapping with problems, or neither: " + problems.lines());
        }
        return problems.lines();
    }

    static Asker asker(String name, String... roles) {
        return new Asker(name, Arrays.asList(roles)::contains, Locale.ENGLISH);
    }
}
