package sample.erp.assistant;

import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.RecordRef;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import sample.erp.organisation.Person;
import sample.erp.sales.Deliveries;
import sample.erp.sales.DeliverySheet;

/** Shows deliveries to the assistant. */
@Singleton
public class DeliverySource extends ErpSource<DeliverySheet> {

    private static final int MAX_ROWS = 20;

    private final Deliveries deliveries;
    private final Clock clock;

    @Inject
    public DeliverySource(StaffReading reading, Deliveries deliveries, Clock clock, DeliveryList list) {
        super("delivery", reading, list);
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    Optional<DeliverySheet> sheet(EntityManager em, Person person, String id) {
        return deliveries.find(em, person, id);
    }

    @Override
    BusinessRecord record(String id, DeliverySheet delivery) {
        BusinessRecord.Builder record = BusinessRecord.of(new RecordRef(type(), id), "Delivery " + delivery.number())
                .version(delivery.version(), clock.instant())
                .organisation(delivery.organisation())
                .identity("number", "Delivery", delivery.number())
                .identity("status", "Status", delivery.status())
                .identity("customerName", "Customer", delivery.customerName())
                .fact("pieces", "Pieces", Values.quantity(delivery.pieces(), "pieces"))
                .fact("percentOfOrder", "Share of the order", Values.percent(delivery.percentOfOrder()))
                .fact(
                        "openPieces",
                        "Still to be delivered of the order",
                        Values.quantity(delivery.openPieces(), "pieces"))
                .fact("lateLines", "Lines shipped late", Values.quantity(delivery.lateLines(), "lines"))
                .fact("mostDaysLate", "Latest line late by", Values.quantity(delivery.mostDaysLate(), "days"))
                .date("shippedOn", "Shipped on", delivery.shippedOn())
                .text("carrier", "Carrier", delivery.carrier())
                .text("deliveryTerms", "Delivery terms", delivery.deliveryTerms())
                .text("shipTo", "Ship to", delivery.shipTo())
                .text("orderNumber", "Sales order", delivery.orderNumber());
        if (delivery.invoiceNumber() != null) {
            record.text("invoiceNumber", "Customer invoice", delivery.invoiceNumber());
        }
        record.decisions(Decisions.of(delivery.decisions()))
                .rows(Tables.keyed(
                        "lines",
                        "Lines",
                        delivery.lines(),
                        MAX_ROWS,
                        line -> String.valueOf(line.position()),
                        DeliverySource::cells,
                        Field.of("quantity", "Delivered", Values.quantity(delivery.pieces(), "pieces"))))
                .action("summary", "Summarise", "Summarise this delivery in two sentences.");
        if (delivery.openPieces() > 0) {
            record.action(
                    "what-is-missing", "What is missing?", "What of the order is still missing after this delivery?");
        }
        if (delivery.lateLines() > 0) {
            record.action("explain-late", "Why the customer waited", "Which lines left late, and by how many days?")
                    .action(
                            "draft-apology",
                            "Draft an apology",
                            "Draft a short apology to the customer for the late lines.");
        }
        return record.build();
    }

    private static List<Field> cells(DeliverySheet.Line line) {
        return List.of(
                Field.of("item", "Item", Values.text(line.item())),
                Field.of("description", "Description", Values.text(line.description())),
                Field.of("quantity", "Delivered", Values.quantity(line.quantity(), line.unit())),
                Field.of("promisedDate", "Promised", Values.day(line.promisedOn())),
                Field.of("daysLate", "Late by", Values.quantity(line.daysLate(), "days")),
                Field.of("stillOpen", "Still open", Values.quantity(line.stillOpen(), line.unit())));
    }
}
