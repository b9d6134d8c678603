package erp.assistant.impl.evaluation;

import erp.assistant.chat.ModelTier;
import erp.assistant.report.EvaluationPlan.Asked;
import erp.assistant.report.EvaluationPlan.Recorded;
import erp.assistant.report.EvaluationPlan.Variant;
import java.util.Locale;

/** A variant as a line of text. */
final class VariantLine {

    private static final String ASKED = "asked";
    private static final int TEMPLATE_AT = 3;

    private VariantLine() {}

    static String of(Variant variant) {
        if (variant instanceof Recorded recorded) {
            return "recorded " + recorded.run() + " " + recorded.variant();
        }
        Asked asked = (Asked) variant;
        return ASKED + " " + asked.slot() + " " + asked.tier().name().toLowerCase(Locale.ROOT) + " " + asked.template();
    }

    static Variant read(String line) {
        String[] words = line.split(" ", -1);
        return words[0].equals(ASKED)
                ? new Asked(words[1], ModelTier.valueOf(words[2].toUpperCase(Locale.ROOT)), words[TEMPLATE_AT])
                : new Recorded(words[1], Integer.parseInt(words[2]));
    }
}
