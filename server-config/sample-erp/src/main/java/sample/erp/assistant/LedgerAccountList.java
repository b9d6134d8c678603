package sample.erp.assistant;

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
import sample.erp.ledger.LedgerAccount;
import sample.erp.ledger.LedgerAccounts;
import sample.erp.listing.Listing;
import sample.erp.organisation.Person;

/** The list of accounts of the general ledger for the assistant; what is posted to one is on its own screen. */
@Singleton
class LedgerAccountList extends ErpList<LedgerAccount> {

    @Inject
    LedgerAccountList(StaffReading reading, Clock clock) {
        super(reading, clock);
    }

    @Override
    Listing<LedgerAccount> listing(Person person) {
        return LedgerAccounts.list(person);
    }

    @Override
    boolean seenBy(Person person) {
        return person.role().seesLedger();
    }

    @Override
    RecordList declaration(Person person) {
        return new RecordList(
                "ledger-account",
                "Ledger accounts",
                "The chart of accounts: what is posted where. Amounts are on the single accounts.",
                List.of(
                        ListColumn.of("number", "Account", Kind.TEXT).usable(),
                        ListColumn.of("name", "Name", Kind.TEXT).usable(),
                        ListColumn.of("kind", "Kind", Kind.TEXT).usable().grouping(),
                        company(),
                        search("number and name")),
                List.of(new QuickAction(
                        "what-for", "What are they for?", "What is each of these accounts for, in a few words?")));
    }

    @Override
    Rows.Row row(EntityManager em, LedgerAccount row, Person person, LocalDate today) {
        String reference = person.reference(row.organisation().code(), row.number());
        return new Rows.Row(
                key(reference),
                List.of(
                        cell("number", Values.text(row.number())).linkedTo(new RecordRef("ledger-account", reference)),
                        cell("name", Values.text(row.name())),
                        cell("kind", Values.text(row.kind())),
                        cell(COMPANY, Values.text(row.organisation().code()))));
    }
}
