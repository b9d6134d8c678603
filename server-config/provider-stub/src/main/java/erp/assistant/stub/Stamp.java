package erp.assistant.stub;

/**
 * The text of a stamped token: {@code ~SSSSS:MMMMMMMMMMMMMMMM~ }, so that a load generator sees loss, order and delay.
 *
 * <p>Its digits are the letters from {@code a} to {@code j}: numbers would be an answer of nothing but figures, each of which an
 * assistant has to compare with the record.
 */
final class Stamp {

    static final String BLANK = "~aaaaa:aaaaaaaaaaaaaaaa~ ";

    private Stamp() {}

    /** The stamp of the token with this sequence number, sent now: five digits, then microseconds of {@link System#nanoTime}. */
    static String of(int sequence) {
        char[] stamp = BLANK.toCharArray();
        digits(stamp, 5, sequence);
        digits(stamp, 22, System.nanoTime() / 1000);
        return new String(stamp);
    }

    private static void digits(char[] stamp, int last, long number) {
        long rest = number;
        for (int i = last; stamp[i] != '~' && stamp[i] != ':'; i--) {
            stamp[i] = (char) ('a' + rest % 10);
            rest /= 10;
        }
    }
}
