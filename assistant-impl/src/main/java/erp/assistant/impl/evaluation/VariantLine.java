package erp.assistant.impl.evaluation;

import erp.assistant.chat.ModelTier;
import erp.assistant.report.EvaluationPlan.Asked;
import erp.assistant.report.EvaluationPlan.Recorded;
import erp.assistant.report.EvaluationPlan.Uploaded;
import erp.assistant.report.EvaluationPlan.Variant;
import java.util.Locale;

/** A variant as a line of text. */
final class VariantLine {

    private static final String ASKED = "asked";
    private static final String UPLOADED = "uploaded";
    private static final int TEMPLATE_AT = 3;

    /** Runs of before have none. */
    private static final int MODEL_AT = 4;

    private VariantLine() {}

    static String of(Variant variant) {
        if (variant instanceof Recorded recorded) {
            return "recorded " + recorded.run() + " " + recorded.variant();
        }
        if (variant instanceof Uploaded) {
            return UPLOADED;
        }
        Asked asked = (Asked) variant;
        return String.join(
                " ",
                ASKED,
                asked.slot(),
                asked.tier().name().toLowerCase(Locale.ROOT),
                asked.template(),
                asked.model());
    }

    static Variant read(String line) {
        if (line.equals(UPLOADED)) {
            return new Uploaded();
        }
        String[] words = line.split(" ", -1);
        return words[0].equals(ASKED)
                ? new Asked(
                        words[1],
                        ModelTier.valueOf(words[2].toUpperCase(Locale.ROOT)),
                        words[TEMPLATE_AT],
                        words.length > MODEL_AT ? words[MODEL_AT] : "")
                : new Recorded(words[1], Integer.parseInt(words[2]));
    }
}
