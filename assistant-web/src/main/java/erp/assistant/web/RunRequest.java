package erp.assistant.web;

import erp.assistant.chat.ModelTier;
import erp.assistant.report.EvaluationPlan;
import erp.assistant.report.EvaluationPlan.Asked;
import erp.assistant.report.EvaluationPlan.Recorded;
import erp.assistant.report.EvaluationPlan.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** The body of {@code POST admin/evaluation/runs}. */
final class RunRequest {

    private static final String EXAMPLE =
            "{\"cases\": \"all\", \"languages\": [\"de\"], \"variants\": [{\"slot\": \"primary\","
                    + " \"tier\": \"small\"}], \"spendingLimit\": \"0.50\"}";
    private static final int NANO_DIGITS = 9;

    /** In units of the currency; beyond it nobody evaluates. */
    private static final BigDecimal MOST = new BigDecimal("1000000");

    private RunRequest() {}

    static EvaluationPlan read(InputStream body) throws IOException {
        return parse(JsonBody.text(body, "Name fewer cases, or a set of them."));
    }

    static EvaluationPlan parse(String body) {
        JsonBody json = JsonBody.parse(body, EXAMPLE);
        try {
            return new EvaluationPlan(
                    json.isArray("cases") ? Set.copyOf(json.texts("cases")) : Set.of(json.required("cases")),
                    Set.copyOf(json.texts("languages")),
                    json.objects("variants").stream().map(RunRequest::variant).toList(),
                    limit(json.optional("spendingLimit")));
        } catch (IllegalArgumentException e) {
            throw JsonBody.invalid("The run is not valid: " + e.getMessage() + ". Send one such as " + EXAMPLE + ".");
        }
    }

    private static Variant variant(JsonBody json) {
        if (json.has("recording")) {
            if (json.has("model")) {
                throw new IllegalArgumentException("a recording has answers already and takes no model");
            }
            return new Recorded(json.required("recording"), json.optionalNumber("variant", 0));
        }
        return new Asked(
                json.required("slot"), tier(json.optional("tier")), json.optional("template"), json.optional("model"));
    }

    private static ModelTier tier(String word) {
        return switch (word) {
            case "", "small" -> ModelTier.SMALL;
            case "large" -> ModelTier.LARGE;
            default -> throw new IllegalArgumentException("tier must be small or large");
        };
    }

    private static Optional<Long> limit(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            BigDecimal amount = new BigDecimal(text);
            if (text.length() <= MOST.precision() + NANO_DIGITS + 1 && amount.compareTo(MOST) <= 0) {
                return Optional.of(amount.movePointRight(NANO_DIGITS).longValueExact());
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("spendingLimit must be an amount of at most " + MOST.toPlainString()
                + " with at most nine decimals, as a text such as \"0.50\"");
    }
}
