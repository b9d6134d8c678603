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
import sample.erp.listing.Listing;
import sample.erp.organisation.Person;
import sample.erp.stock.Item;
import sample.erp.stock.Items;

/** The list of items for the assistant; the stock is that of the warehouses the asker sees. */
@Singleton
class ItemList extends ErpList<Item> {

    @Inject
    ItemList(StaffReading reading, Clock clock) {
        super(reading, clock);
    }

    @Override
    Listing<Item> listing(Person person) {
        return Items.list(person);
    }

    @Override
    RecordList declaration(Person person) {
        return new RecordList(
                "item",
                "Items",
                "What is bought, made and sold. LOW: less on hand than the safety stock.",
                List.of(
                        ListColumn.of("number", "Item", Kind.TEXT).usable(),
                        ListColumn.of("name", "Name", Kind.TEXT).usable(),
                        ListColumn.of("onHand", "On hand", Kind.NUMBER),
                        ListColumn.of("safetyStock", "Safety stock", Kind.NUMBER)
                                .usable(),
                        ListColumn.of("low", "Below the safety stock", Kind.FLAG),
                        ListColumn.of("leadTime", "Lead time in days", Kind.NUMBER)
                                .usable(),
                        ListColumn.of("unit", "Unit", Kind.TEXT),
                        status(listing(person)),
                        search("item and name")),
                List.of(new QuickAction(
                        "which-run-out",
                        "Which run out?",
                        "Which of these are below their safety stock, and which take longest to get?")));
    }

    @Override
    Rows.Row row(EntityManager em, Item row, Person person, LocalDate today) {
        Number onHand = em.createQuery(
                        "select coalesce(sum(s.onHand), 0) from StockLevel s where s.item = :item"
                                + " and s.warehouse.organisation.code in :organisations",
                        Number.class)
                .setParameter("item", row)
                .setParameter("organisations", person.organisations())
                .getSingleResult();
        return new Rows.Row(
                key(row.number()),
                List.of(
                        cell("number", Values.text(row.number())).linkedTo(new RecordRef("item", row.number())),
                        cell("name", Values.text(row.name())),
                        cell("onHand", Values.quantity(onHand.longValue(), row.unit())),
                        cell("safetyStock", Values.quantity(row.safetyStock(), row.unit())),
                        cell("low", Values.flag(onHand.intValue() < row.safetyStock())),
                        cell("leadTime", Values.quantity(row.leadTimeDays(), "days")),
                        cell("unit", Values.text(row.unit()))));
    }
}
