package erp.assistant.impl.provider.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.SplittableRandom;

/** Text as it can stand in a JSON string, and what it says. */
final class OddText {

    private static final List<OddText> ALL = List.of(
            plain(""),
            plain("Lager 3"),
            plain("}}]},"),
            plain("größer 🛢 – 漢字"),
            plain("\u2028\u2029\u0085\u00a0"),
            plain("\ufeff"),
            plain("data: [DONE]"),
            plain("👩‍🔧🏳️‍🌈"),
            new OddText(bytes("\\ud83d\\uDEE2"), "🛢"),
            new OddText(bytes("\\ud83d"), "\ud83d"),
            new OddText(bytes("\\udee2"), "\udee2"),
            new OddText(bytes("\\\\u0041\\\\n"), "\\u0041\\n"),
            new OddText(bytes("C:\\\\"), "C:\\"),
            new OddText(bytes("\\u0022}}"), "\"}}"),
            new OddText(bytes("\\\"}}"), "\"}}"),
            new OddText(bytes("\\\",\\\"type\\\":\\\"x"), "\",\"type\":\"x"),
            new OddText(bytes("\\\"text\\\":\\\"content\\\":\\\"delta\\\":\\\""), "\"text\":\"content\":\"delta\":\""),
            new OddText(bytes("\\u0000\\u001f\\u007f"), "\u0000\u001f\u007f"),
            new OddText(bytes("\\n\\n\\r\\ndata: {}\\r\\r"), "\n\n\r\ndata: {}\r\r"),
            new OddText(bytes("\\\"\\\\\\/\\b\\f\\t"), "\"\\/\b\f\t"),
            new OddText("a\u00ffb".getBytes(ISO_8859_1), "a\ufffdb"),
            new OddText("\u00e2\u0082".getBytes(ISO_8859_1), "\ufffd"),
            new OddText("\u00f0\u009f\u0098".getBytes(ISO_8859_1), "\ufffd"),
            new OddText("x\u0080\u00c3".getBytes(ISO_8859_1), "x\ufffd\ufffd"));

    /** Bytes that no JSON string may have in it. */
    private static final List<byte[]> BAD = List.of(
            bytes("a\u0001b"),
            bytes("\u0000"),
            bytes("a\tb"),
            bytes("\\x"),
            bytes("\\'"),
            bytes("\\é"),
            bytes("\\u12"),
            bytes("\\u12g4"),
            bytes("a\\"),
            bytes("\\\\\\"),
            bytes("\\\u0001"));

    private final byte[] inQuotes;
    private final String said;

    private OddText(byte[] inQuotes, String said) {
        this.inQuotes = inQuotes;
        this.said = said;
    }

    byte[] inQuotes() {
        return inQuotes;
    }

    /** With U+FFFD for bytes that are no UTF-8, as the WHATWG standard decodes event streams. */
    String said() {
        return said;
    }

    static OddText any(SplittableRandom random) {
        return ALL.get(random.nextInt(ALL.size()));
    }

    static byte[] anyBad(SplittableRandom random) {
        return BAD.get(random.nextInt(BAD.size()));
    }

    /** Mostly short; one in fifty is of up to 20,000 bytes. */
    static OddText anyLength(SplittableRandom random) {
        return random.nextInt(50) == 0 ? ofBytes(1 + random.nextInt(20_000)) : any(random);
    }

    /** Characters of one to four bytes, so many bytes in all or one to three more. */
    static OddText ofBytes(int length) {
        String unit = "Wörter 漢字 🛢, ";
        int bytes = unit.getBytes(UTF_8).length;
        return plain(unit.repeat(length / bytes + 1));
    }

    private static OddText plain(String text) {
        return new OddText(text.getBytes(UTF_8), text);
    }

    private static byte[] bytes(String escaped) {
        return escaped.getBytes(UTF_8);
    }
}
