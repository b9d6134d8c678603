package sample.erp.assistant;

import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Importance;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Value;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sample.erp.organisation.Person;
import sample.erp.purchasing.SupplierSheet;
import sample.erp.purchasing.Suppliers;

/** Shows suppliers to the assistant; their bank accounts are not among what it is given. */
@Singleton
public class SupplierSource extends ErpSource<SupplierSheet> {

    private static final int MAX_ROWS = 20;

    private final Suppliers suppliers;
    private final Clock clock;

    @Inject
    public SupplierSource(StaffReading reading, Suppliers suppliers, Clock clock, SupplierList list) {
        super("supplier", reading, list);
        this.suppliers = suppliers;
        this.clock = clock;
    }

    @Override
    Optional<SupplierSheet> sheet(EntityManager em, Person person, String id) {
        return suppliers.find(em, person, id);
    }

    @Override
    BusinessRecord record(String id, SupplierSheet supplier) {
        Values values = new Values(supplier.currency());
        BusinessRecord.Builder record = BusinessRecord.of(new RecordRef(type(), id), "Supplier " + supplier.number())
                .version(supplier.version(), clock.instant())
                .organisation(supplier.organisation())
                .identity("number", "Supplier number", supplier.number())
                .identity("name", "Name", supplier.name())
                .identity("status", "Status", supplier.status());
        addFacts(record, supplier.reliability());
        if (supplier.bankChangedDaysAgo() != null) {
            record.fact(
                    "bankChanged", "Account was changed", Values.quantity(supplier.bankChangedDaysAgo(), "days ago"));
        }
        record.text("country", "Country", supplier.country())
                .field(Values.personal("contactName", "Contact person", supplier.contactName()))
                .field(Values.personal("contactPhone", "Phone", supplier.contactPhone())
                        .as(Importance.DETAIL))
                .field(Field.of("note", "Note", Values.text(supplier.note())).as(Importance.DETAIL));
        addRows(record, supplier, values);
        record.action("summary", "Summarise", "Summarise this supplier in three points.")
                .action(
                        "reliability",
                        "How reliable?",
                        "How reliable is this supplier, by the figures of the last 12 months?");
        if (supplier.reliability().contractsEndingThisYear() > 0) {
            record.action(
                    "contracts",
                    "Contracts that end",
                    "Which contracts end this year, and until when can they be cancelled?");
        }
        if (supplier.reliability().overdueLines() > 0) {
            record.action("draft-complaint", "Draft a complaint", "Draft a short letter about the overdue lines.");
        }
        return record.build();
    }

    private static void addFacts(BusinessRecord.Builder record, SupplierSheet.Reliability facts) {
        Long ppm = facts.partsPerMillion();
        record.fact("onTimePercent", "On time in 12 months", Values.percent(facts.onTimePercent()))
                .fact("receivedLines", "Lines received in 12 months", Values.quantity(facts.receivedLines(), "lines"))
                .fact("lateLines", "Lines received late in 12 months", Values.quantity(facts.lateLines(), "lines"))
                .fact("averageDaysLate", "Late lines by on average", days(facts.averageDaysLate()))
                .fact(
                        "partsPerMillion",
                        "Bad pieces per million",
                        ppm == null ? Values.text(null) : Values.quantity(ppm, "ppm"))
                .fact("badPieces", "Bad pieces in 12 months", Values.quantity(facts.badPieces(), "pcs"))
                .fact("priceDrift", "Prices against the year before", Values.percent(facts.priceDriftPercent()))
                .fact("openLines", "Open order lines", Values.quantity(facts.openLines(), "lines"))
                .fact("overdueLines", "Overdue order lines", Values.quantity(facts.overdueLines(), "lines"))
                .fact(
                        "contractsEndingThisYear",
                        "Contracts that end this year",
                        Values.quantity(facts.contractsEndingThisYear(), "contracts"))
                .fact(
                        "certificatesExpiringSoon",
                        "Certificates that expire within 60 days",
                        Values.quantity(facts.certificatesExpiringSoon(), "certificates"));
    }

    private static Value days(@Nullable BigDecimal days) {
        return days == null ? Values.text(null) : new Value.Quantity(days, "days");
    }

    private static void addRows(BusinessRecord.Builder record, SupplierSheet supplier, Values values) {
        record.rows(Tables.keyed(
                        "contracts",
                        "Contracts",
                        supplier.contracts(),
                        MAX_ROWS,
                        SupplierSheet.Contract::number,
                        contract -> List.of(
                                Field.of("subject", "Subject", Values.text(contract.subject()))
                                        .as(Importance.FACT),
                                Field.of("endsOn", "Ends on", Values.day(contract.endsOn())),
                                Field.of("cancelBy", "To be cancelled by", Values.day(contract.cancelBy()))
                                        .as(Importance.FACT),
                                Field.of("endsThisYear", "Ends this year", Values.flag(contract.endsThisYear())),
                                Field.of("yearlyValue", "Value a year", values.money(contract.yearlyValue())))))
                .rows(Tables.numbered(
                        "certificates",
                        "Certificates",
                        supplier.certificates(),
                        MAX_ROWS,
                        proof -> List.of(
                                Field.of("name", "Certificate", Values.text(proof.name())),
                                Field.of("expiresOn", "Expires on", Values.day(proof.expiresOn())),
                                Field.of("daysLeft", "Left", Values.quantity(proof.daysLeft(), "days")))))
                .rows(Tables.numbered(
                        "notices",
                        "Quality notices",
                        supplier.notices(),
                        MAX_ROWS,
                        notice -> List.of(
                                Field.of("reportedOn", "Reported on", Values.day(notice.reportedOn())),
                                Field.of("item", "Item", Values.text(notice.item())),
                                Field.of("pieces", "Bad pieces", Values.quantity(notice.pieces(), "pcs")),
                                Field.of("text", "What was found", Values.text(notice.text())),
                                Field.of("open", "Open", Values.flag(notice.open())))))
                .rows(Tables.keyed(
                        "openOrders",
                        "Open orders",
                        supplier.openOrders(),
                        MAX_ROWS,
                        SupplierSheet.OpenOrder::number,
                        order -> List.of(
                                Field.of("orderedOn", "Ordered on", Values.day(order.orderedOn())),
                                Field.of("openLines", "Open lines", Values.quantity(order.openLines(), "lines")),
                                Field.of(
                                        "overdueLines",
                                        "Overdue lines",
                                        Values.quantity(order.overdueLines(), "lines")),
                                Field.of("openAmount", "Still to come", values.money(order.openAmount())))));
    }
}
