package sample.erp.assistant;

import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Importance;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Value;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import sample.erp.ledger.LedgerAccountSheet;
import sample.erp.ledger.LedgerAccounts;
import sample.erp.organisation.Person;

/** Shows accounts of the general ledger to the assistant. */
@Singleton
public class LedgerAccountSource extends ErpSource<LedgerAccountSheet> {

    private static final int MAX_ROWS = 20;

    private final LedgerAccounts accounts;
    private final Clock clock;

    @Inject
    public LedgerAccountSource(StaffReading reading, LedgerAccounts accounts, Clock clock, LedgerAccountList list) {
        super("ledger-account", reading, list);
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    Optional<LedgerAccountSheet> sheet(EntityManager em, Person person, String id) {
        return accounts.find(em, person, id);
    }

    @Override
    BusinessRecord record(String id, LedgerAccountSheet account) {
        Values values = new Values(account.currency());
        BusinessRecord.Builder record = BusinessRecord.of(new RecordRef(type(), id), "Account " + account.number())
                .version(account.version(), clock.instant())
                .organisation(account.organisation())
                .identity("number", "Account", account.number())
                .identity("name", "Name", account.name())
                .identity("status", "Status", account.status());
        addFacts(record, account, values);
        record.text("kind", "Kind", account.kind())
                .rows(Tables.numbered(
                        "drivers",
                        "Largest postings",
                        account.drivers(),
                        MAX_ROWS,
                        driver -> List.of(
                                fact("text", "Text", Values.text(driver.text())),
                                fact("amount", "Amount", values.money(driver.amount())),
                                fact("postedOn", "Posted on", Values.day(driver.postedOn())),
                                fact("costCentre", "Cost centre", Values.text(driver.costCentre())),
                                fact("recurring", "Comes back", Values.flag(driver.recurring())))))
                .rows(Tables.keyed(
                        "costCentres",
                        "Cost centres",
                        account.costCentres(),
                        MAX_ROWS,
                        LedgerAccountSheet.Centre::code,
                        centre -> List.of(
                                Field.of("name", "Name", Values.text(centre.name())),
                                confidential("actual", "Posted", values.money(centre.actual())),
                                confidential("budget", "Budget", values.money(centre.budget())),
                                confidential("lastYear", "The year before", values.money(centre.lastYear())),
                                confidential("toBudget", "Over budget", values.money(centre.toBudget())))))
                .rows(Tables.keyed(
                        "months",
                        "Months",
                        account.months(),
                        MAX_ROWS,
                        month -> String.valueOf(month.firstDay()),
                        month -> List.of(
                                confidential("actual", "Posted", values.money(month.actual()))
                                        .as(Importance.DETAIL),
                                confidential("budget", "Budget", values.money(month.budget()))
                                        .as(Importance.DETAIL),
                                confidential("lastYear", "The year before", values.money(month.lastYear()))
                                        .as(Importance.DETAIL))))
                .action("summary", "Summarise", "Summarise this account in three points.")
                .action(
                        "explain-variance",
                        "Explain the variance",
                        "Explain the variance against budget and last year.")
                .action(
                        "one-off",
                        "What will not come back?",
                        "Which of the large postings will not come back next year?");
        return record.build();
    }

    private static void addFacts(BusinessRecord.Builder record, LedgerAccountSheet account, Values values) {
        record.field(fact("firstDay", "Twelve full months from", Values.day(account.firstDay())))
                .field(fact("lastDay", "Twelve full months until", Values.day(account.lastDay())))
                .field(fact("actual", "Posted", values.money(account.actual())))
                .field(fact("budget", "Budget", values.money(account.budget())))
                .field(fact("toBudget", "Over budget by", values.money(account.toBudget())))
                .field(fact("toBudgetPercent", "Over budget in percent", Values.percent(account.toBudgetPercent())))
                .field(fact("lastYear", "Posted in the 12 months before", values.money(account.lastYear())))
                .field(fact("toLastYear", "Change against the 12 months before", values.money(account.toLastYear())))
                .field(fact(
                        "toLastYearPercent",
                        "Change against the 12 months before in percent",
                        Values.percent(account.toLastYearPercent())))
                .field(fact("oneOff", "One-off postings", values.money(account.oneOff())))
                .field(fact("recurring", "Recurring postings", values.money(account.recurring())))
                .field(fact(
                        "recurringLastYear",
                        "Recurring postings in the 12 months before",
                        values.money(account.recurringLastYear())));
        if (account.hiddenCostCentres() > 0) {
            record.fact(
                    "hiddenCostCentres",
                    "Restricted cost centres that are not in these figures",
                    Values.quantity(account.hiddenCostCentres(), "cost centres"));
        }
    }

    private static Field fact(String id, String label, Value value) {
        return confidential(id, label, value).as(Importance.FACT);
    }

    private static Field confidential(String id, String label, Value value) {
        return Field.of(id, label, value).as(Sensitivity.CONFIDENTIAL);
    }
}
