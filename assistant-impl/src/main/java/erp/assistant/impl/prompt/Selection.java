package erp.assistant.impl.prompt;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.RecordContext.LeftOut;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Importance;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What of a record is sent, in the order in which it is told, and what is not and why.
 *
 * @param fields single values
 * @param groups the rows of each kind
 */
record Selection(List<Item> fields, List<Group> groups, List<LeftOut> leftOut) {

    static final Selection NOTHING = new Selection(List.of(), List.of(), List.of());

    static final String SECRET = "secret";
    static final String CONFIDENTIAL = "confidential";
    static final String CUT = "cut";
    static final String SAME_ID = "id used twice";
    static final String NOT_ASKED = "not asked about";
    static final String NO_ROOM = "does not fit the budget";
    static final String TOLD = "told by another field";
    static final String CAPPED = "capped by the ERP";

    /** The number of a field and the space and line break around its line. */
    private static final int LINE_TOKENS = 3;

    /** The mark before a column and its letter; a unit in the head is paid for by the cells that do without. */
    private static final int COLUMN_TOKENS = 2;

    /** For the marks around a group, and for digits that a sum over a part may have beyond that over all. */
    private static final int SPARE_TOKENS = 6;

    Selection {
        fields = List.copyOf(fields);
        groups = List.copyOf(groups);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * How many tokens the entries may take.
     *
     * @param rest together with what the question has nothing to do with
     * @param related together with what usually hangs together with it, and with facts that came to nothing
     * @param most with what it names, and with facts: the ERP computed them to be told
     */
    record Room(int rest, int related, int most) {

        static final Room BOUNDLESS = new Room(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

        int of(Item item) {
            if (item.identity() || item.telling()) {
                return most;
            }
            if (item.importance() == Importance.FACT && item.reach() == Reach.REST) {
                return related;
            }
            return switch (item.reach()) {
                case ASKED -> most;
                case RELATED -> related;
                case REST -> rest;
            };
        }
    }

    /**
     * Chooses what fits.
     *
     * @throws AssistantException with {@link Problem.Code#TOO_LARGE} if not even the identity fits
     */
    static Selection of(BusinessRecord record, Candidates candidates, Wording wording, Room room) {
        long used = 0;
        for (Rows rows : record.rows()) {
            used += head(rows, candidates, wording);
        }
        List<LeftOut> leftOut = new ArrayList<>(candidates.leftOut());
        List<Item> kept = new ArrayList<>();
        Set<String> opened = new HashSet<>();
        for (Item item : candidates.items().stream().sorted(Item.KEPT_FIRST).toList()) {
            boolean opens = item.row() && !opened.contains(item.rows());
            int cost = cost(item, candidates) + (opens ? columns(item, candidates) : 0);
            if (used + cost <= room.of(item)) {
                used += cost;
                kept.add(item);
                opened.add(item.rows());
            } else if (item.identity()) {
                throw tooLarge();
            } else if (!item.row()) {
                Entry entry = item.entries().get(0);
                leftOut.add(new LeftOut(entry.id(), entry.label(), why(item, room)));
            }
        }
        if (used > room.most()) {
            throw tooLarge();
        }
        kept.sort(Item.TOLD_FIRST);
        List<Group> groups = new ArrayList<>();
        for (Rows rows : record.rows()) {
            groups.add(group(rows, kept, candidates, wording));
            addUntold(rows, kept, candidates, room, leftOut);
        }
        return new Selection(
                kept.stream().filter(item -> !item.row()).toList(),
                groups,
                leftOut.stream()
                        .map(left -> new LeftOut(left.id(), left.label(), wording.reason(left.reason())))
                        .toList());
    }

    /** All values that are sent, in the order in which they are told. */
    List<Entry> entries() {
        List<Entry> all = new ArrayList<>();
        fields.forEach(item -> all.addAll(item.entries()));
        for (Group group : groups) {
            group.rows().forEach(row -> all.addAll(row.entries()));
            all.add(group.count());
        }
        return all;
    }

    int rows() {
        return groups.stream().mapToInt(group -> group.rows().size()).sum();
    }

    private static Group group(Rows rows, List<Item> kept, Candidates candidates, Wording wording) {
        List<Item> told =
                kept.stream().filter(item -> item.rows().equals(rows.id())).toList();
        Set<String> keys = new HashSet<>();
        told.forEach(item -> keys.add(item.key()));
        List<Column> columns = candidates.columns().getOrDefault(rows.id(), List.of());
        int missing = rows.total() - told.size();
        String sums = missing == 0 ? "" : new Remainder(rows, wording).of(columns, keys);
        return new Group(
                rows.id(), DataText.label(rows.label()), count(rows, told.size(), sums, wording), columns, told);
    }

    private static void addUntold(Rows rows, List<Item> kept, Candidates candidates, Room room, List<LeftOut> leftOut) {
        List<Item> untold = candidates.items().stream()
                .filter(item -> item.rows().equals(rows.id()) && !kept.contains(item))
                .toList();
        addRemainder(
                rows,
                (int) untold.stream()
                        .filter(item -> why(item, room).equals(NO_ROOM))
                        .count(),
                NO_ROOM,
                leftOut);
        addRemainder(
                rows,
                (int) untold.stream()
                        .filter(item -> why(item, room).equals(NOT_ASKED))
                        .count(),
                NOT_ASKED,
                leftOut);
        addRemainder(rows, rows.total() - rows.rows().size(), CAPPED, leftOut);
    }

    private static String why(Item item, Room room) {
        return room.of(item) == room.most() ? NO_ROOM : NOT_ASKED;
    }

    private static void addRemainder(Rows rows, int missing, String why, List<LeftOut> leftOut) {
        if (missing > 0) {
            leftOut.add(new LeftOut(rows.id(), DataText.label(rows.label()) + " (" + missing + ")", why));
        }
    }

    /**
     * Tells how many rows there are. Its id has two parts and a dash, which neither a field's nor a total's can have.
     */
    private static Entry count(Rows rows, int shown, String sums, Wording wording) {
        int missing = rows.total() - shown;
        String plain = missing == 0
                ? Integer.toString(rows.total())
                : rows.total() + " (" + missing + " not listed" + (sums.isEmpty() ? "" : ": " + sums) + ")";
        return new Entry(
                rows.id() + ".row-count",
                wording.word("rowCount"),
                plain,
                Brief.of(plain),
                () -> NumberFormat.getIntegerInstance(wording.language()).format(rows.total()),
                DataText.label(rows.label()),
                Sensitivity.PUBLIC,
                false);
    }

    /**
     * What the first part of a group's head takes at most, reserved before it is known which rows fit: no sum over a part and no count of
     * shown rows has many more digits than that over all.
     */
    private static int head(Rows rows, Candidates candidates, Wording wording) {
        List<Column> columns = candidates.columns().getOrDefault(rows.id(), List.of());
        String sums = new Remainder(rows, wording).of(columns, Set.of());
        Entry count = count(rows, 0, sums, wording);
        Group empty = new Group(rows.id(), DataText.label(rows.label()), count, List.of(), List.of());
        return TokenEstimate.of(empty.lines("A"))
                + Integer.toString(rows.total()).length()
                + SPARE_TOKENS;
    }

    /** What a group's first row takes beside itself. */
    private static int columns(Item row, Candidates candidates) {
        return candidates.columns().getOrDefault(row.rows(), List.of()).stream()
                .mapToInt(column -> TokenEstimate.of(column.head()) + COLUMN_TOKENS)
                .sum();
    }

    private static int cost(Item item, Candidates candidates) {
        return item.row()
                ? TokenEstimate.of(Group.line(item, candidates.columns().getOrDefault(item.rows(), List.of())))
                : TokenEstimate.of(item.entries().get(0).line()) + LINE_TOKENS;
    }

    private static AssistantException tooLarge() {
        return new AssistantException(Problem.of(
                Problem.Code.TOO_LARGE,
                "The question and the most important data of this record are together too large to be sent."
                        + " Please ask a shorter question, or tell your administrator."));
    }
}
