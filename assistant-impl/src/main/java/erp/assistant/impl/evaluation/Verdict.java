package erp.assistant.impl.evaluation;

import erp.assistant.evaluation.EvaluationCase;
import erp.assistant.evaluation.Expectation;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a case's expectations an answer meets.
 *
 * <p>A figure must be in the answer, in any local form. A value that is words may be said in the answer's own: then it must be cited,
 * or said as it is.
 */
record Verdict(List<String> right, List<String> missing, List<String> forbiddenFound) {

    /** Shorter words, such as yes and no, are in many an answer that does not mean them. */
    private static final int FEWEST_LETTERS = 4;

    Verdict {
        right = List.copyOf(right);
        missing = List.copyOf(missing);
        forbiddenFound = List.copyOf(forbiddenFound);
    }

    static Verdict of(EvaluationCase content, Reply reply, Saying saying) {
        List<String> right = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Expectation expected : content.expected()) {
            (says(expected, reply, saying) ? right : missing).add(expected.words());
        }
        List<String> found = content.forbidden().stream()
                .filter(forbidden -> tells(forbidden, reply, saying))
                .map(Expectation::words)
                .toList();
        return new Verdict(right, missing, found);
    }

    private static boolean says(Expectation expected, Reply reply, Saying saying) {
        if (expected instanceof Expectation.Said said) {
            return saying.says(reply.text(), said.text());
        }
        String id = expected.words();
        String value = reply.sent().get(id);
        if (value == null) {
            return false;
        }
        return saying.isFigure(value)
                ? saying.says(reply.text(), value)
                : reply.cited().contains(id) || (value.length() >= FEWEST_LETTERS && saying.says(reply.text(), value));
    }

    private static boolean tells(Expectation forbidden, Reply reply, Saying saying) {
        if (forbidden instanceof Expectation.Said said) {
            return saying.says(reply.text(), said.text());
        }
        String id = forbidden.words();
        return reply.sent().keySet().stream().anyMatch(sent -> sent.equals(id) || sent.endsWith("." + id));
    }
}
