package sample.erp.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import sample.erp.ledger.AccountBudget;
import sample.erp.ledger.CostCentre;
import sample.erp.ledger.LedgerAccount;
import sample.erp.ledger.Posting;
import sample.erp.organisation.Organisation;

/** Expense accounts of both companies with two years of postings and budgets. */
final class LedgerData {

    private static final int MONTHS = 25;

    private record Expense(String number, String name, int monthly, String recurring, String single) {}

    private static final List<Expense> EXPENSES = List.of(
            new Expense("6000", "Auxiliary material", 4200, "Lubricants, frame contract", "Tools"),
            new Expense("6100", "Wages and salaries", 61000, "Payroll", "Overtime"),
            new Expense("6200", "Maintenance and external services", 7600, "Service contract", "Repair"),
            new Expense("6300", "Energy", 9800, "Electricity", "Gas, settlement"),
            new Expense("6400", "Freight", 5400, "Forwarder, monthly invoice", "Express freight"),
            new Expense("6500", "Travel", 2100, "Rail passes", "Trade fair"),
            new Expense("6600", "Information technology", 6700, "Licences", "Devices"),
            new Expense("6800", "Rent", 14500, "Rent of hall 2", "Parking spaces"));

    private final Book book;
    private final MasterData master;
    private final SplittableRandom random = new SplittableRandom(91);
    private int lastDocument = 30_000;

    LedgerData(Book book, MasterData master) {
        this.book = book;
        this.master = master;
    }

    void fill() {
        fill(master.germany());
        fill(master.switzerland());
    }

    private void fill(Organisation organisation) {
        List<CostCentre> centres = new ArrayList<>();
        centres.add(centre(organisation, "4100", "Production", false));
        centres.add(centre(organisation, "4210", "Maintenance", false));
        centres.add(centre(organisation, "4300", "Warehouse", false));
        centres.add(centre(organisation, "5100", "Sales", false));
        CostCentre payroll = centre(organisation, "9100", "Human resources", true);
        for (Expense expense : EXPENSES) {
            LedgerAccount account = book.add(
                    new LedgerAccount(book.nextId(), organisation, expense.number(), expense.name(), "Expense"));
            List<CostCentre> charged = expense.number().equals("6100") ? List.of(payroll) : centres;
            charged.forEach(centre -> fill(account, centre, expense, charged.size()));
            if (expense.number().equals("6200") && organisation.code().equals("DE")) {
                addDrivers(account, centres, payroll);
            }
        }
    }

    private CostCentre centre(Organisation organisation, String code, String name, boolean restricted) {
        return book.add(new CostCentre(book.nextId(), organisation, code, name, restricted));
    }

    private void fill(LedgerAccount account, CostCentre centre, Expense expense, int centres) {
        BigDecimal monthly =
                BigDecimal.valueOf(expense.monthly()).divide(BigDecimal.valueOf(centres), 2, RoundingMode.HALF_UP);
        LocalDate thisMonth = book.today().withDayOfMonth(1);
        for (int ago = MONTHS - 1; ago >= 0; ago--) {
            LocalDate month = thisMonth.minusMonths(ago);
            book.add(new AccountBudget(book.nextId(), account, centre, month, monthly));
            post(account, centre, month.plusDays(2), monthly.multiply(share(55, 10)), expense.recurring(), true);
            post(
                    account,
                    centre,
                    month.plusDays(9 + random.nextInt(15)),
                    monthly.multiply(share(35, 20)),
                    expense.single(),
                    false);
        }
    }

    private BigDecimal share(int percent, int spread) {
        return BigDecimal.valueOf(percent + random.nextInt(spread), 2);
    }

    /** What made account 6200 dearer than planned and than the year before. */
    private void addDrivers(LedgerAccount account, List<CostCentre> centres, CostCentre payroll) {
        LocalDate month = book.today().withDayOfMonth(1);
        post(
                account,
                centres.get(1),
                month.minusMonths(3).plusDays(11),
                new BigDecimal("18400.00"),
                "Emergency repair of milling centre MILL-2, spindle",
                false);
        post(
                account,
                centres.get(0),
                month.minusMonths(5).plusDays(4),
                new BigDecimal("9650.00"),
                "Retrofit of safety fence after inspection",
                false);
        post(
                account,
                centres.get(2),
                month.minusMonths(2).plusDays(20),
                new BigDecimal("6280.00"),
                "Crane inspection and new rope",
                false);
        post(
                account,
                centres.get(3),
                month.minusMonths(7).plusDays(14),
                new BigDecimal("4900.00"),
                "Consultant for the web shop",
                false);
        for (int ago = 8; ago >= 1; ago--) {
            post(
                    account,
                    centres.get(1),
                    month.minusMonths(ago).plusDays(1),
                    new BigDecimal("780.00"),
                    "Condition monitoring, new service contract",
                    true);
        }
        post(
                account,
                payroll,
                month.minusMonths(4).plusDays(8),
                new BigDecimal("12750.00"),
                "Legal fees, termination agreement",
                false);
    }

    private void post(
            LedgerAccount account, CostCentre centre, LocalDate on, BigDecimal amount, String text, boolean recurring) {
        if (on.isAfter(book.today())) {
            return;
        }
        book.add(new Posting(
                book.nextId(),
                account,
                centre,
                on,
                amount.setScale(2, RoundingMode.HALF_UP),
                text,
                String.valueOf(++lastDocument),
                recurring));
    }
}
