package erp.assistant.impl.provider.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/**
 * Lines that stand together in a stream, mostly an event, and what they mean. A blank line follows them.
 *
 * @param lines none is empty
 */
record Item(List<byte[]> lines, List<Meaning> meanings) {

    private static final byte[] DATA = "data: ".getBytes(UTF_8);

    Item {
        lines = List.copyOf(lines);
        meanings = List.copyOf(meanings);
    }

    static Item of(List<String> lines, List<Meaning> meanings) {
        return new Item(lines.stream().map(line -> line.getBytes(UTF_8)).toList(), meanings);
    }

    static Item noise(String... lines) {
        return of(List.of(lines), List.of());
    }

    /** Whether it is an event with data that can be damaged. */
    boolean whole() {
        return isData(lines.get(lines.size() - 1))
                && meanings.stream().noneMatch(Meaning.Malformed.class::isInstance)
                && data().length > 1;
    }

    /** The data, which all recordings have in their last line. */
    byte[] data() {
        byte[] line = lines.get(lines.size() - 1);
        return java.util.Arrays.copyOfRange(line, DATA.length, line.length);
    }

    /** The same event with other data, and what that means. */
    Item with(byte[] data, Meaning meaning) {
        List<byte[]> changed = new java.util.ArrayList<>(lines);
        byte[] line = java.util.Arrays.copyOf(DATA, DATA.length + data.length);
        System.arraycopy(data, 0, line, DATA.length, data.length);
        changed.set(changed.size() - 1, line);
        return new Item(changed, List.of(meaning));
    }

    /** Whether its place among others matters to what is counted. */
    boolean counts() {
        return meanings.stream().anyMatch(Meaning.Usage.class::isInstance);
    }

    static boolean isData(byte[] line) {
        return line.length > DATA.length && java.util.Arrays.equals(line, 0, DATA.length, DATA, 0, DATA.length);
    }
}
