package erp.assistant.benchmark.load;

/**
 * Finds the stamps {@code ~SSSSS:MMMMMMMMMMMMMMMM~} of the provider stub, whose digits are the letters from a to j, in a stream of bytes, wherever the
 * reads split them.
 *
 * <p>It needs to know nothing of the event format: a server must only pass the text on unchanged.
 */
final class StampScanner {

    /** Told of each stamp. */
    interface Listener {

        /**
         * A token has arrived.
         *
         * @param sequence its place in the answer, from 0
         * @param sentMicros when the stub sent it, {@link System#nanoTime} / 1000
         */
        void token(int sequence, long sentMicros);
    }

    private static final int SEQUENCE_DIGITS = 5;
    private static final int TIME_DIGITS = 16;

    private final Listener listener;
    private boolean inStamp;
    private boolean inTime;
    private int digits;
    private long number;
    private int sequence;

    StampScanner(Listener listener) {
        this.listener = listener;
    }

    /** Forgets what had begun. */
    void reset() {
        inStamp = false;
    }

    void scan(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte c = bytes[i];
            if (!inStamp) {
                if (c == '~') {
                    begin();
                }
            } else if (c >= 'a' && c <= 'j') {
                number = number * 10 + (c - 'a');
                digits++;
            } else if (!inTime && c == ':' && digits == SEQUENCE_DIGITS) {
                sequence = (int) number;
                inTime = true;
                digits = 0;
                number = 0;
            } else if (inTime && c == '~' && digits == TIME_DIGITS) {
                inStamp = false;
                listener.token(sequence, number);
            } else if (c == '~') {
                begin();
            } else {
                inStamp = false;
            }
        }
    }

    private void begin() {
        inStamp = true;
        inTime = false;
        digits = 0;
        number = 0;
    }
}
