package erp.assistant.impl.ledger.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One body of a response with what it must cost.
 *
 * @param name stream and body of the same usage differ in their last word only
 * @param protocol {@code messages-stream}, {@code messages-body}, {@code completions-stream}, {@code completions-body}, {@code
 *     responses-stream} or {@code responses-body}
 * @param row the price row's id, with those of its factors
 * @param tokens the provider's total
 * @param nanos of a dollar
 */
record UsageCase(
        String name,
        String protocol,
        String provider,
        String model,
        String sentAt,
        String row,
        long tokens,
        Bill bill,
        String nanos,
        String body) {

    private static final String END = "----";

    String text() {
        return String.join(
                "\n",
                "case: " + name,
                "protocol: " + protocol,
                "provider: " + provider,
                "model: " + model,
                "sent: " + sentAt,
                "row: " + row,
                "tokens: " + tokens,
                "bill: " + bill.text(),
                "nanos: " + nanos,
                "",
                body.strip(),
                END,
                "");
    }

    /** Reads a file of cases; lines before the first that begin with # are a comment. */
    static List<UsageCase> parse(String file) {
        List<UsageCase> cases = new ArrayList<>();
        Map<String, String> head = new LinkedHashMap<>();
        StringBuilder body = new StringBuilder();
        boolean inBody = false;
        for (String line : file.lines().toList()) {
            if (line.equals(END)) {
                cases.add(of(head, body.toString()));
                head.clear();
                body.setLength(0);
                inBody = false;
            } else if (inBody) {
                body.append(line).append('\n');
            } else if (line.isEmpty()) {
                inBody = !head.isEmpty();
            } else if (!line.startsWith("#")) {
                String[] sides = line.split(": ", 2);
                head.put(sides[0], sides[1]);
            }
        }
        return cases;
    }

    private static UsageCase of(Map<String, String> head, String body) {
        return new UsageCase(
                value(head, "case"),
                value(head, "protocol"),
                value(head, "provider"),
                value(head, "model"),
                value(head, "sent"),
                value(head, "row"),
                Long.parseLong(value(head, "tokens")),
                Bill.parse(value(head, "bill")),
                value(head, "nanos"),
                // The last event of a stream ends with an empty line.
                body + "\n");
    }

    private static String value(Map<String, String> head, String name) {
        String value = head.get(name);
        if (value == null) {
            throw new IllegalStateException("a case has no " + name + ": " + head);
        }
        return value;
    }

    /** The same for stream and body of the same usage. */
    String pair() {
        return name.substring(0, name.lastIndexOf(' '));
    }

    @Override
    public String toString() {
        return name;
    }
}
