package erp.assistant.server;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * What the staff of the sample ERP ask in a day: two people, real records, the questions that such records raise. The same for the
 * same seed.
 *
 * <p>Assumed: 45 of 100 questions are about sales orders, 30 about invoices, 25 about customers; 3 of 10 are about the 20 records
 * that everybody looks at today; 5 of 100 are a question that its asker has asked a moment ago.
 */
final class ErpDay {

    /** A question about a record, and where the screen of that record has its data from. */
    record Asked(String user, String type, String path, String id, String question) {}

    private record Screen(String type, String path, List<String> questions) {}

    private static final List<String> PEOPLE = List.of("anna", "carl");
    private static final int HOT = 20;
    private static final int MOMENT = 20;
    private static final int PAGES = 8;

    private static final Screen ORDERS = new Screen(
            "sales-order",
            "sales-orders",
            List.of(
                    "Why is it late?",
                    "Why is it blocked?",
                    "When will the rest be delivered?",
                    "Summarise this order in three sentences.",
                    "Which lines are late, and by how much?",
                    "What do I tell the customer?",
                    "Is the credit limit exceeded?",
                    "Warum ist der Auftrag noch nicht vollständig geliefert?",
                    "Draft an e-mail to the customer about the new delivery date."));
    private static final Screen INVOICES = new Screen(
            "customer-invoice",
            "customer-invoices",
            List.of(
                    "Is it overdue, and by how many days?",
                    "What has been paid so far?",
                    "Draft the next reminder.",
                    "Why has it not been paid?",
                    "Wie hoch sind die Verzugszinsen?",
                    "Which orders does it bill?"));
    private static final Screen CUSTOMERS = new Screen(
            "customer",
            "customers",
            List.of(
                    "Prepare me for tomorrow's visit.",
                    "How much of the credit limit is used?",
                    "Which orders are open?",
                    "Is the customer a good payer?",
                    "Welche Rechnungen sind überfällig?"));

    private final Random random;
    private final ErpScreens screens;

    ErpDay(ErpScreens screens, long seed) {
        this.screens = screens;
        this.random = new Random(seed);
    }

    /** So many questions in their order. */
    List<Asked> questions(int count) {
        Map<Screen, List<String>> records =
                Map.of(ORDERS, references(ORDERS), INVOICES, references(INVOICES), CUSTOMERS, references(CUSTOMERS));
        List<Asked> day = new ArrayList<>();
        while (day.size() < count) {
            int drawn = random.nextInt(100);
            if (drawn < 5 && !day.isEmpty()) {
                day.add(day.get(day.size() - 1 - random.nextInt(Math.min(MOMENT, day.size()))));
                continue;
            }
            Screen screen = pick(100, 45, 30);
            List<String> all = Objects.requireNonNull(records.get(screen));
            boolean hot = random.nextInt(10) < 3;
            day.add(new Asked(
                    one(PEOPLE),
                    screen.type(),
                    screen.path(),
                    hot ? all.get(random.nextInt(Math.min(HOT, all.size()))) : one(all),
                    one(screen.questions())));
        }
        return day;
    }

    private Screen pick(int of, int orders, int invoices) {
        int drawn = random.nextInt(of);
        return drawn < orders ? ORDERS : drawn < orders + invoices ? INVOICES : CUSTOMERS;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** The records on the first pages of their list, as anna sees them; carl sees them too. */
    private List<String> references(Screen screen) {
        List<String> references = new ArrayList<>();
        for (int page = 0; page < PAGES; page++) {
            screens.json("anna", screen.path() + "?page=" + page).getJsonArray("rows").stream()
                    .map(JsonObject.class::cast)
                    .map(row -> row.getString("reference"))
                    .filter(reference -> !references.contains(reference))
                    .forEach(references::add);
        }
        return references;
    }
}
