package erp.assistant.impl.provider.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Items as bytes. */
final class Framed {

    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final List<String> LINE_ENDS = List.of("\n", "\r\n", "\r");

    private final byte[] bytes;
    private final int[] begins;
    private final int[] told;
    private final String how;

    private Framed(byte[] bytes, int[] begins, int[] told, String how) {
        this.bytes = bytes;
        this.begins = begins;
        this.told = told;
        this.how = how;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where an item begins. */
    int begins(int item) {
        return begins[item];
    }

    /** How many bytes must have arrived before an item is told: up to the first character of its blank line. */
    int told(int item) {
        return told[item];
    }

    String how() {
        return how;
    }

    /** With one kind of line end and nothing else of note. */
    static Framed plainly(List<Item> items, String lineEnd) {
        return new Writer(items, null, lineEnd).write();
    }

    /** With line ends, spaces, comments and unused fields as they fall. */
    static Framed anyhow(List<Item> items, SplittableRandom random) {
        int kind = random.nextInt(4);
        return new Writer(items, random, kind == 3 ? "" : LINE_ENDS.get(kind)).write();
    }

    private static final class Writer {
        private final List<Item> items;
        private final @Nullable SplittableRandom random;
        private final String lineEnd;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
        private boolean afterReturn;

        /** @param lineEnd empty for any */
        Writer(List<Item> items, @Nullable SplittableRandom random, String lineEnd) {
            this.items = items;
            this.random = random;
            this.lineEnd = lineEnd;
        }

        Framed write() {
            int[] begins = new int[items.size()];
            int[] told = new int[items.size()];
            boolean mark = chance(5);
            if (mark) {
                out.writeBytes(BOM);
            }
            for (int i = 0; i < items.size(); i++) {
                begins[i] = out.size();
                for (byte[] line : items.get(i).lines()) {
                    line(line);
                }
                String end = blankLineEnd();
                told[i] = out.size() + 1;
                end(end);
            }
            String how = (mark ? "byte order mark, " : "")
                    + (lineEnd.isEmpty()
                            ? "mixed line ends"
                            : "line ends " + lineEnd.replace("\r", "CR").replace("\n", "LF"));
            return new Framed(out.toByteArray(), begins, told, how);
        }

        private void line(byte[] line) {
            if (chance(20)) {
                plain(List.of(": comment", "id: 7", "retry: 3000", "unknown: field", "unknown")
                        .get(anyOf(5)));
            }
            if (!Item.isData(line)) {
                out.writeBytes(line);
                end(anyLineEnd());
            } else if (line[6] == '{' && line.length < 10_000 && chance(15)) {
                // A line feed between two tokens of JSON changes nothing.
                plain("data: {");
                plain("data");
                out.writeBytes("data:".getBytes(UTF_8));
                out.write(line, 7, line.length - 7);
                end(anyLineEnd());
            } else {
                boolean space = !chance(4) || line[6] == ' ';
                out.writeBytes(space ? "data: ".getBytes(UTF_8) : "data:".getBytes(UTF_8));
                out.write(line, 6, line.length - 6);
                end(anyLineEnd());
            }
        }

        private void plain(String line) {
            out.writeBytes(line.getBytes(UTF_8));
            end(anyLineEnd());
        }

        private void end(String end) {
            out.writeBytes(end.getBytes(UTF_8));
            afterReturn = end.equals("\r");
        }

        private String anyLineEnd() {
            return lineEnd.isEmpty() ? LINE_ENDS.get(anyOf(3)) : lineEnd;
        }

        /** A line feed after a carriage return would belong to the line before. */
        private String blankLineEnd() {
            String end = anyLineEnd();
            return afterReturn && end.equals("\n") ? "\r" : end;
        }

        private boolean chance(int oneIn) {
            return random != null && random.nextInt(oneIn) == 0;
        }

        private int anyOf(int count) {
            return random == null ? 0 : random.nextInt(count);
        }
    }
}
