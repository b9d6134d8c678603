package sample.erp.assistant;

import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Importance;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Sensitivity;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sample.erp.organisation.Person;
import sample.erp.payment.PaymentRunSheet;
import sample.erp.payment.PaymentRuns;

/** Shows payment runs to the assistant; it can look at one and never release it. */
@Singleton
public class PaymentRunSource extends ErpSource<PaymentRunSheet> {

    private static final int MAX_ROWS = 20;

    private final PaymentRuns runs;
    private final Clock clock;

    @Inject
    public PaymentRunSource(StaffReading reading, PaymentRuns runs, Clock clock, PaymentRunList list) {
        super("payment-run", reading, list);
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    Optional<PaymentRunSheet> sheet(EntityManager em, Person person, String id) {
        return runs.find(em, person, id);
    }

    @Override
    BusinessRecord record(String id, PaymentRunSheet run) {
        Values values = new Values(run.currency());
        BusinessRecord.Builder record = BusinessRecord.of(new RecordRef(type(), id), "Payment run " + run.number())
                .version(run.version(), clock.instant())
                .organisation(run.organisation())
                .identity("number", "Payment run", run.number())
                .identity("status", "Status", run.status())
                .fact("payments", "Payments", Values.quantity(run.payments(), "payments"))
                .fact("suppliers", "Suppliers", Values.quantity(run.suppliers(), "suppliers"))
                .fact("amount", "To be paid", values.money(run.amount()))
                .fact(
                        "duplicateCandidates",
                        "Look like duplicates",
                        Values.quantity(run.duplicateCandidates(), "payments"))
                .fact(
                        "changedAccounts",
                        "Suppliers with a changed account",
                        Values.quantity(run.changedAccounts(), "suppliers"))
                .fact("blocked", "Blocked", Values.quantity(run.blocked(), "invoices"))
                .fact("blockedAmount", "Blocked amount", values.money(run.blockedAmount()))
                .fact("discountTaken", "Discount taken", values.money(run.discountTaken()))
                .fact("discountLost", "Discount lost", values.money(run.discountLost()))
                .fact("early", "Paid early without a discount", Values.quantity(run.early(), "payments"))
                .fact("late", "Paid after the due date", Values.quantity(run.late(), "payments"))
                .date("plannedOn", "Planned for", run.plannedOn())
                .text("createdBy", "Proposed by", run.createdBy())
                .field(Values.personal("releasedBy", "Released by", run.releasedBy()))
                .decisions(Decisions.of(run.decisions()))
                .rows(Tables.keyed(
                        "items",
                        "Payments",
                        run.items().stream()
                                .sorted(Comparator.comparing((PaymentRunSheet.Item item) ->
                                                item.flag() == null && item.blockedBecause() == null)
                                        .thenComparing(Comparator.comparing(PaymentRunSheet.Item::amount)
                                                .reversed()))
                                .toList(),
                        MAX_ROWS,
                        item -> String.valueOf(item.position()),
                        item -> cells(item, values),
                        Field.of("amount", "To be paid", values.money(run.amount()))))
                .action("summary", "Summarise", "Summarise this payment run in three points.")
                .action("look-at", "What should I look at?", "What should be looked at before this run is released?");
        if (run.duplicateCandidates() > 0) {
            record.action("duplicates", "Duplicates?", "Which payments look like duplicates, and of what?");
        }
        return record.build();
    }

    private static List<Field> cells(PaymentRunSheet.Item item, Values values) {
        Importance importance =
                item.flag() == null && item.blockedBecause() == null ? Importance.NORMAL : Importance.FACT;
        return List.of(
                Field.of("invoice", "Supplier invoice", Values.text(item.invoice()))
                        .as(importance),
                Field.of("supplier", "Supplier", Values.text(item.supplier())),
                Field.of("amount", "Amount", values.money(item.amount())),
                Field.of("dueOn", "Due on", Values.day(item.dueOn())),
                Field.of("discount", "Discount", values.money(item.discount())),
                Field.of("blockedBecause", "Blocked because", Values.text(item.blockedBecause())),
                Field.of("flag", "To be looked at", Values.text(item.flag())),
                Field.of("accountEnds", "Account ends in", Values.text(item.accountEnds()))
                        .as(Sensitivity.CONFIDENTIAL));
    }
}
