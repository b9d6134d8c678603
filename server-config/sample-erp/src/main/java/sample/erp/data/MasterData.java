package sample.erp.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import sample.erp.organisation.Employee;
import sample.erp.organisation.ErpUser;
import sample.erp.organisation.Organisation;
import sample.erp.organisation.Role;
import sample.erp.stock.Item;
import sample.erp.stock.ItemPrice;
import sample.erp.stock.Warehouse;

/** Companies, people, warehouses, items and price lists. */
final class MasterData {

    static final int ITEMS_PER_GROUP = 31;

    private static final BigDecimal MARKUP = new BigDecimal("1.55");
    private static final BigDecimal FRANCS_PER_EURO = new BigDecimal("0.98");
    private static final BigDecimal LAST_YEAR = new BigDecimal("0.97");

    private record Group(String prefix, String name, String unit, int cheapest, int dearest) {}

    private static final List<Group> GROUPS = List.of(
            new Group("BR", "Ball bearing %d×%d×%d", "pcs", 4, 60),
            new Group("SH", "Drive shaft %d mm, %d mm, hardened", "pcs", 60, 280),
            new Group("SE", "Sealing kit NBR %d/%d", "set", 6, 45),
            new Group("GB", "Gearbox i=%d, flange %d", "pcs", 240, 1600),
            new Group("CP", "Jaw coupling %d/%d", "pcs", 18, 140),
            new Group("MT", "Electric motor %d W, IE%4$d", "pcs", 110, 900),
            new Group("SN", "Inductive sensor M%d, %d mm", "pcs", 14, 90),
            new Group("VB", "V-belt SPZ %d, width %d", "pcs", 5, 35),
            new Group("HY", "Hydraulic cylinder %d/%d", "pcs", 95, 720),
            new Group("FX", "Fastener set DIN 912 M%d×%d", "set", 3, 28));

    /** How many people work in each department: Bremen, Winterthur. */
    private static final Map<String, int[]> DEPARTMENTS = Map.of(
            "Sales", new int[] {18, 9},
            "Accounting", new int[] {10, 5},
            "Warehouse", new int[] {22, 9},
            "Purchasing", new int[] {9, 4},
            "Production", new int[] {16, 5},
            "Information technology", new int[] {5, 2},
            "Human resources", new int[] {5, 1});

    private final Book book;
    private final Organisation germany;
    private final Organisation switzerland;
    private final Map<String, List<String>> staff = new HashMap<>();
    private final Map<String, Warehouse> warehouses = new HashMap<>();
    private final Map<String, Item> items = new HashMap<>();
    private final List<Item> ordinaryItems = new ArrayList<>();

    MasterData(Book book) {
        this.book = book;
        germany = book.add(new Organisation("DE", "NordWerk GmbH", "Bremen", "DE", "EUR", new BigDecimal("19.0")));
        switzerland = book.add(
                new Organisation("CH", "NordWerk Schweiz AG", "Winterthur", "CH", "CHF", new BigDecimal("8.1")));
        addUsers();
        addEmployees(new SplittableRandom(11));
        addWarehouses();
        addItems(new SplittableRandom(12));
    }

    Organisation germany() {
        return germany;
    }

    Organisation switzerland() {
        return switzerland;
    }

    /** Somebody of a department, the same one for the same number. */
    String employee(Organisation organisation, String department, int number) {
        List<String> names = staff.getOrDefault(organisation.code() + department, List.of());
        return names.get(Math.floorMod(number, names.size()));
    }

    Warehouse warehouse(String code) {
        Warehouse warehouse = warehouses.get(code);
        if (warehouse == null) {
            throw new IllegalArgumentException("no warehouse " + code);
        }
        return warehouse;
    }

    /** The warehouse an organisation sells from. */
    Warehouse mainWarehouse(Organisation organisation) {
        return warehouse(organisation.code().equals("DE") ? "BRE-1" : "WIN-1");
    }

    Item item(String number) {
        Item item = items.get(number);
        if (item == null) {
            throw new IllegalArgumentException("no item " + number);
        }
        return item;
    }

    /** Items that no hand-made situation needs for itself. */
    List<Item> ordinaryItems() {
        return ordinaryItems;
    }

    /** Today's list price. */
    BigDecimal listPrice(Item item, Organisation organisation) {
        return inCurrency(item.unitCost().multiply(MARKUP), organisation);
    }

    BigDecimal cost(Item item, Organisation organisation) {
        return inCurrency(item.unitCost(), organisation);
    }

    private static BigDecimal inCurrency(BigDecimal euros, Organisation organisation) {
        BigDecimal amount = organisation.code().equals("CH") ? euros.multiply(FRANCS_PER_EURO) : euros;
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    private void addUsers() {
        book.add(new ErpUser("anna", "Anna Lindqvist", Role.SALES, "DE", List.of()));
        book.add(new ErpUser("carl", "Carl Brandt", Role.ACCOUNTING, "DE", List.of("CH")));
        book.add(new ErpUser("vera", "Vera Nowak", Role.WAREHOUSE, "DE", List.of()));
        book.add(new ErpUser("adam", "Adam Weber", Role.ADMIN, "DE", List.of("CH")));
        book.add(new ErpUser("bert", "Bert Kramer", Role.PURCHASING, "DE", List.of()));
        book.add(new ErpUser("paul", "Paul Kessler", Role.PLANNING, "DE", List.of()));
        employ(germany, "Bert Kramer", "Purchasing");
        employ(germany, "Paul Kessler", "Production");
        employ(germany, "Anna Lindqvist", "Sales");
        employ(germany, "Carl Brandt", "Accounting");
        employ(germany, "Vera Nowak", "Warehouse");
        employ(germany, "Adam Weber", "Information technology");
    }

    private void addEmployees(SplittableRandom random) {
        NameDraw names = new NameDraw(random);
        DEPARTMENTS.keySet().stream().sorted().forEach(department -> {
            int[] heads = DEPARTMENTS.getOrDefault(department, new int[2]);
            for (int i = headcount(germany, department); i < heads[0]; i++) {
                employ(germany, names.person(), department);
            }
            for (int i = 0; i < heads[1]; i++) {
                employ(switzerland, names.person(), department);
            }
        });
    }

    private int headcount(Organisation organisation, String department) {
        return staff.getOrDefault(organisation.code() + department, List.of()).size();
    }

    private void employ(Organisation organisation, String name, String department) {
        book.add(new Employee(book.nextId(), organisation, name, department));
        staff.computeIfAbsent(organisation.code() + department, key -> new ArrayList<>())
                .add(name);
    }

    private void addWarehouses() {
        addWarehouse("BRE-1", germany, "Bremen main warehouse");
        addWarehouse("BRE-2", germany, "Bremen spare parts");
        addWarehouse("WIN-1", switzerland, "Winterthur");
    }

    private void addWarehouse(String code, Organisation organisation, String name) {
        warehouses.put(code, book.add(new Warehouse(code, organisation, name)));
    }

    private void addItems(SplittableRandom random) {
        addItem("BR-2040", "Ball bearing 20×47×14", "pcs", new BigDecimal("5.20"), 12);
        addItem("SH-0815", "Drive shaft, hardened", "pcs", new BigDecimal("136.00"), 28);
        addItem("SE-1177", "Sealing kit NBR", "set", new BigDecimal("13.50"), 10);
        addItem("GB-3300", "Gearbox housing, cast", "pcs", new BigDecimal("310.00"), 35);
        addItem("CP-0450", "Jaw coupling 45", "pcs", new BigDecimal("41.00"), 14);
        int number = 5000;
        for (Group group : GROUPS) {
            for (int i = 0; i < ITEMS_PER_GROUP; i++) {
                number += 1 + random.nextInt(9);
                int size = 6 + 2 * random.nextInt(40);
                String name = group.name().formatted(size, size * 2 + 7, size / 2 + 8, 3 + random.nextInt(2));
                BigDecimal cost =
                        BigDecimal.valueOf(random.nextInt(group.cheapest() * 20, group.dearest() * 20) * 5L, 2);
                ordinaryItems.add(
                        addItem(group.prefix() + "-" + number, name, group.unit(), cost, 7 + random.nextInt(40)));
            }
        }
        // Last, so that no figure of those before depends on how many they are.
        addItem("MT-9900", "Servo motor 2.2 kW", "pcs", new BigDecimal("420.00"), 30);
        addItem("HS-7700", "Pump housing blank", "pcs", new BigDecimal("24.00"), 21);
        addItem("EL-1200", "Control board", "pcs", new BigDecimal("38.00"), 25);
        addItem("PU-6600", "Pump unit P66", "pcs", new BigDecimal("143.00"), 15);
    }

    private Item addItem(String number, String name, String unit, BigDecimal cost, int leadTimeDays) {
        Item item = book.add(new Item(book.nextId(), number, name, unit, cost, leadTimeDays, 20));
        items.put(number, item);
        for (Organisation organisation : List.of(germany, switzerland)) {
            BigDecimal price = listPrice(item, organisation);
            String currency = organisation.currency().getCurrencyCode();
            BigDecimal before = price.multiply(LAST_YEAR).setScale(2, RoundingMode.HALF_UP);
            book.add(new ItemPrice(book.nextId(), item, currency, book.daysAgo(730), before));
            book.add(new ItemPrice(book.nextId(), item, currency, book.daysAgo(365), price));
        }
        return item;
    }
}
