package erp.assistant.impl.prompt;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.RecordContext.LeftOut;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What of a record is sent, in the order in which it is told, and what is not and why.
 *
 * @param sent single values and rows
 * @param counts how many rows there are and how many of them are sent, for each kind of rows
 */
record Selection(List<Item> sent, List<Entry> counts, List<LeftOut> leftOut) {

    static final String SECRET = "secret";
    static final String CONFIDENTIAL = "confidential";
    static final String CUT = "cut";
    static final String SAME_ID = "id used twice";
    static final String NO_ROOM = "does not fit the budget";
    static final String CAPPED = "capped by the ERP";

    /** The comma and line break between two entries. */
    private static final int SEPARATOR_TOKENS = 2;

    Selection {
        sent = List.copyOf(sent);
        counts = List.copyOf(counts);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Chooses what fits.
     *
     * @param budget tokens for all entries together
     * @throws AssistantException with {@link Problem.Code#TOO_LARGE} if not even the identity fits
     */
    static Selection of(BusinessRecord record, Candidates candidates, Locale language, int budget) {
        List<LeftOut> leftOut = new ArrayList<>(candidates.leftOut());
        int left = budget;
        for (Rows rows : record.rows()) {
            left -= mostForCount(rows, language);
        }
        List<Item> kept = new ArrayList<>();
        Map<String, Integer> rowsKept = new HashMap<>();
        Map<String, Integer> rowsDropped = new HashMap<>();
        for (Item item : candidates.items().stream().sorted(Item.KEPT_FIRST).toList()) {
            int cost = cost(item.json());
            if (cost <= left) {
                left -= cost;
                kept.add(item);
                rowsKept.merge(item.rows(), 1, Integer::sum);
            } else if (item.identity()) {
                throw tooLarge();
            } else if (item.row()) {
                rowsDropped.merge(item.rows(), 1, Integer::sum);
            } else {
                Entry entry = item.entries().get(0);
                leftOut.add(new LeftOut(entry.id(), entry.label(), NO_ROOM));
            }
        }
        if (left < 0) {
            throw tooLarge();
        }
        List<Entry> counts = new ArrayList<>();
        for (Rows rows : record.rows()) {
            counts.add(count(rows, rowsKept.getOrDefault(rows.id(), 0), language));
            addRemainder(rows, rowsDropped.getOrDefault(rows.id(), 0), NO_ROOM, leftOut);
            addRemainder(rows, rows.total() - rows.rows().size(), CAPPED, leftOut);
        }
        return new Selection(kept.stream().sorted(Item.TOLD_FIRST).toList(), counts, leftOut);
    }

    /** All values that are sent, in the order in which they are told. */
    List<Entry> entries() {
        List<Entry> all = new ArrayList<>();
        sent.forEach(item -> all.addAll(item.entries()));
        all.addAll(counts);
        return all;
    }

    private static void addRemainder(Rows rows, int missing, String why, List<LeftOut> leftOut) {
        if (missing > 0) {
            leftOut.add(new LeftOut(rows.id(), DataText.label(rows.label()) + " (" + missing + ")", why));
        }
    }

    /**
     * Tells how many rows there are. Its id has two parts and a dash, which neither a field's nor a total's can have.
     */
    private static Entry count(Rows rows, int shown, Locale language) {
        String label = DataText.label(rows.label());
        int missing = rows.total() - shown;
        String plain = missing == 0
                ? Integer.toString(rows.total())
                : rows.total() + " (" + shown + " listed here, " + missing + " more not listed)";
        return new Entry(
                rows.id() + ".row-count",
                "number of rows",
                plain,
                () -> NumberFormat.getIntegerInstance(language).format(rows.total()),
                label,
                Sensitivity.PUBLIC,
                false);
    }

    /** Reserved before it is known how many rows fit: no count of shown rows has more digits than the total. */
    private static int mostForCount(Rows rows, Locale language) {
        String widest = Integer.toString(rows.total());
        return cost(count(rows, 0, language).json()) + widest.length();
    }

    private static int cost(String json) {
        return TokenEstimate.of(json) + SEPARATOR_TOKENS;
    }

    private static AssistantException tooLarge() {
        return new AssistantException(Problem.of(
                Problem.Code.TOO_LARGE,
                "The question and the most important data of this record are together too large to be sent."
                        + " Please ask a shorter question, or tell your administrator."));
    }
}
