package erp.assistant.impl.provider;

/** Runs short actions later. */
@FunctionalInterface
interface Alarm {

    /**
     * Runs the action after the delay, or later if there is no time for it then.
     *
     * @param action short, does not block, does not throw
     * @return takes the action back
     */
    Runnable afterNanos(long nanos, Runnable action);
}
