package erp.assistant.stub;

/** The text of a stamped token: {@code ~SSSSS:MMMMMMMMMMMMMMMM~ }, so that a load generator sees loss, order and delay. */
final class Stamp {

    static final String BLANK = "~00000:0000000000000000~ ";

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
            stamp[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
