package erp.assistant.server;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The fields of a Protocol Buffers message, as far as a test needs them (protobuf.dev/programming-guides/encoding). */
final class ProtoReader {

    /** A field: a number for the wire types of 32 and 64 bits and of variable length, else bytes. */
    private record Entry(int field, long number, ByteBuffer bytes) {}

    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    private final List<Entry> entries = new ArrayList<>();

    private ProtoReader(ByteBuffer message) {
        ByteBuffer in = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            long tag = varint(in);
            int field = (int) (tag >>> 3);
            switch ((int) (tag & 7)) {
                case 0 -> entries.add(new Entry(field, varint(in), NONE));
                case 1 -> entries.add(new Entry(field, in.getLong(), NONE));
                case 2 -> {
                    int length = (int) varint(in);
                    entries.add(new Entry(field, 0, in.slice(in.position(), length)));
                    in.position(in.position() + length);
                }
                case 5 -> entries.add(new Entry(field, in.getInt(), NONE));
                default -> throw new IllegalArgumentException("wire type " + (tag & 7));
            }
        }
    }

    static ProtoReader of(byte[] message) {
        return new ProtoReader(ByteBuffer.wrap(message));
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    /** The messages in a repeated field. */
    List<ProtoReader> all(int field) {
        return entries.stream()
                .filter(entry -> entry.field() == field)
                .map(entry -> new ProtoReader(entry.bytes()))
                .toList();
    }

    boolean has(int field) {
        return entries.stream().anyMatch(entry -> entry.field() == field);
    }

    String text(int field) {
        return entries.stream()
                .filter(entry -> entry.field() == field)
                .map(entry ->
                        StandardCharsets.UTF_8.decode(entry.bytes().duplicate()).toString())
                .findFirst()
                .orElse("");
    }

    /** The bits of a number. */
    long number(int field) {
        return entries.stream()
                .filter(entry -> entry.field() == field)
                .mapToLong(Entry::number)
                .findFirst()
                .orElse(0);
    }

    /** The doubles in a packed field. */
    List<Double> doubles(int field) {
        List<Double> values = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.field() == field) {
                ByteBuffer in = entry.bytes().duplicate().order(ByteOrder.LITTLE_ENDIAN);
                while (in.hasRemaining()) {
                    values.add(in.getDouble());
                }
            }
        }
        return values;
    }
}
