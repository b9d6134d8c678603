package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import erp.assistant.AssistantException;
import erp.assistant.chat.ModelTier;
import erp.assistant.report.EvaluationPlan;
import erp.assistant.report.EvaluationPlan.Asked;
import erp.assistant.report.EvaluationPlan.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunRequestTest {

    private static final String SMALL = "\"variants\": [{\"slot\": \"primary\"}]";

    @Test
    void aRunNamesCasesLanguagesVariantsAndItsLimit() {
        EvaluationPlan plan = RunRequest.parse("""
                {"cases": ["erp:1", "erp:2"], "languages": ["de", "en"], "spendingLimit": "0.50",
                 "variants": [{"slot": "backup", "tier": "large", "template": "answer/2"}, {"recording": "91c0", "variant": 1}]}""");

        assertThat(plan.cases()).containsExactlyInAnyOrder("erp:1", "erp:2");
        assertThat(plan.languages()).containsExactlyInAnyOrder("de", "en");
        assertThat(plan.limitNanos()).contains(500_000_000L);
        assertThat(plan.variants())
                .containsExactly(new Asked("backup", ModelTier.LARGE, "answer/2"), new Recorded("91c0", 1));
    }

    @Test
    void whatIsMissingHasItsDefault() {
        EvaluationPlan plan =
                RunRequest.parse("{\"cases\": \"all\", \"spendingLimit\": \"0.000000001\"," + SMALL + "}");

        assertThat(plan.cases()).containsExactly("all");
        assertThat(plan.languages()).isEmpty();
        assertThat(plan.limitNanos()).contains(1L);
        assertThat(plan.variants()).containsExactly(new Asked("primary", ModelTier.SMALL, ""));
    }

    @Test
    void aModelIsNamedInsteadOfATier() {
        assertThat(RunRequest.parse("""
                {"cases": "all", "spendingLimit": "1", "variants": [{"slot": "primary", "model": "claude-x"}]}""").variants())
                .containsExactly(new Asked("primary", ModelTier.SMALL, "", "claude-x"));
    }

    @Test
    void recordingsNeedNoLimit() {
        assertThat(RunRequest.parse("{\"cases\": \"all\", \"variants\": [{\"recording\": \"91c0\"}]}")
                        .limitNanos())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}|The body needs cases",
                "{'cases': 'all', 'spendingLimit': '1'}|there must be one variant, or two",
                "{'cases': 'all', 'spendingLimit': '1', 'variants': [{'slot': 'primary'}, {'slot': 'primary'}, {'slot': 'primary'}]}|there must be one variant",
                "{'cases': [], 'spendingLimit': '1', 'variants': [{'slot': 'primary'}]}|cases must be all",
                "{'cases': 'all', 'variants': [{'slot': 'primary'}]}|spendingLimit is needed",
                "{'cases': 'all', 'spendingLimit': '0', 'variants': [{'slot': 'primary'}]}|spendingLimit must be above 0",
                "{'cases': 'all', 'spendingLimit': '-1', 'variants': [{'slot': 'primary'}]}|spendingLimit must be above 0",
                "{'cases': 'all', 'spendingLimit': '0.0000000001', 'variants': [{'slot': 'primary'}]}|spendingLimit must be an amount",
                "{'cases': 'all', 'spendingLimit': '1e999999999', 'variants': [{'slot': 'primary'}]}|spendingLimit must be an amount",
                "{'cases': 'all', 'spendingLimit': 'much', 'variants': [{'slot': 'primary'}]}|spendingLimit must be an amount",
                "{'cases': 'all', 'spendingLimit': 1, 'variants': [{'slot': 'primary'}]}|spendingLimit must be a text",
                "{'cases': 'all', 'spendingLimit': '1', 'variants': [{'slot': 'third'}]}|slot must be primary or backup",
                "{'cases': 'all', 'spendingLimit': '1', 'variants': [{'slot': 'primary', 'tier': 'huge'}]}|tier must be small or large",
                "{'cases': 'all', 'spendingLimit': '1', 'variants': [{'slot': 'primary', 'model': 'two words'}]}|model must be a name",
                "{'cases': 'all', 'variants': [{'recording': 'x', 'model': 'm'}]}|a recording has answers already and takes no model",
                "{'cases': 'all', 'variants': [{'recording': 'x', 'variant': 2}]}|variant of a recording must be 0 or 1",
                "{'cases': 'all', 'variants': [{'recording': 'x', 'variant': '0'}]}|variant must be a whole number",
                "{'cases': 'all', 'languages': 'de', 'spendingLimit': '1', 'variants': [{'slot': 'primary'}]}|languages must be an array of texts",
                "{'cases': 'all', 'languages': [1], 'spendingLimit': '1', 'variants': [{'slot': 'primary'}]}|languages must be an array of texts"
            })
    void whatIsWrongIsSaid(String body, String why) {
        String detail = catchThrowableOfType(AssistantException.class, () -> RunRequest.parse(body.replace('\'', '"')))
                .problem()
                .detail();

        assertThat(detail).contains(why).contains("such as");
    }
}
