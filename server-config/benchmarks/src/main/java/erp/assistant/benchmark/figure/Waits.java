package erp.assistant.benchmark.figure;

import erp.assistant.benchmark.load.Histogram;

/** The time that questions needed from one place to another, for those seen at both. */
final class Waits {

    private Waits() {}

    static Histogram between(QuestionTimes from, QuestionTimes to) {
        Histogram waits = new Histogram();
        for (long number : to.numbers()) {
            from.of(number).ifPresent(start -> to.of(number).ifPresent(end -> waits.add((end - start) / 1000)));
        }
        return waits;
    }
}
