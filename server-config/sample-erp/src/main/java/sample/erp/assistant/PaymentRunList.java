package sample.erp.assistant;

import erp.assistant.record.ListAggregate;
import erp.assistant.record.ListColumn;
import erp.assistant.record.ListColumn.Kind;
import erp.assistant.record.QuickAction;
import erp.assistant.record.RecordList;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Rows;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import sample.erp.listing.Listing;
import sample.erp.organisation.Person;
import sample.erp.payment.PaymentRun;
import sample.erp.payment.PaymentRuns;

/** The list of payment runs for the assistant. */
@Singleton
class PaymentRunList extends ErpList<PaymentRun> {

    @Inject
    PaymentRunList(StaffReading reading, Clock clock) {
        super(reading, clock);
    }

    @Override
    Listing<PaymentRun> listing(Person person) {
        return PaymentRuns.list(person);
    }

    @Override
    boolean seenBy(Person person) {
        return person.role().seesPayments();
    }

    @Override
    RecordList declaration(Person person) {
        return new RecordList(
                "payment-run",
                "Payment runs",
                "Supplier invoices that are paid together. PROPOSED: waits to be released; RELEASED: is paid on its date.",
                List.of(
                        ListColumn.of("number", "Payment run", Kind.TEXT).usable(),
                        status(listing(person)),
                        ListColumn.of("planned", "Planned for", Kind.DAY)
                                .usable()
                                .with(ListAggregate.MIN, ListAggregate.MAX),
                        ListColumn.of("payments", "Payments", Kind.NUMBER),
                        ListColumn.of("amount", "To be paid", Kind.MONEY),
                        ListColumn.of("blocked", "Blocked invoices", Kind.NUMBER),
                        company(),
                        search("number")),
                List.of(new QuickAction(
                        "which-wait",
                        "Which wait for release?",
                        "Which of these wait to be released, for which day, and how much does each come to?")));
    }

    @Override
    Rows.Row row(EntityManager em, PaymentRun row, Person person, LocalDate today) {
        String reference = person.reference(row.organisation().code(), row.number());
        Values values = new Values(row.organisation().currency().getCurrencyCode());
        return new Rows.Row(
                key(reference),
                List.of(
                        cell("number", Values.text(row.number())).linkedTo(new RecordRef("payment-run", reference)),
                        cell(STATUS, Values.text(row.status().label())),
                        cell("planned", Values.day(row.plannedOn())),
                        cell("payments", Values.quantity(row.paid().size(), "")),
                        cell("amount", values.money(row.amount())),
                        cell("blocked", Values.quantity(row.blocked().size(), "")),
                        cell(COMPANY, Values.text(row.organisation().code()))));
    }
}
