package erp.assistant.impl.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.chat.ModelTier;
import erp.assistant.report.EvaluationPlan.Asked;
import erp.assistant.report.EvaluationPlan.Recorded;
import erp.assistant.report.EvaluationPlan.Uploaded;
import erp.assistant.report.EvaluationPlan.Variant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariantLineTest {

    static Stream<Variant> variants() {
        return Stream.of(
                new Asked("primary", ModelTier.SMALL, ""),
                new Asked("backup", ModelTier.LARGE, "answer/2+form/1"),
                new Asked("primary", ModelTier.SMALL, "", "eu.anthropic.claude-x-v1:0"),
                new Asked("primary", ModelTier.LARGE, "answer/2", "org/model@2026"),
                new Recorded("91c0", 1),
                new Uploaded());
    }

    @ParameterizedTest
    @MethodSource("variants")
    void aVariantIsReadAsItWasWritten(Variant variant) {
        assertThat(VariantLine.read(VariantLine.of(variant))).isEqualTo(variant);
    }

    @Test
    void aRunFromBeforeModelsCouldBeNamedIsStillRead() {
        assertThat(VariantLine.read("asked backup large answer/2"))
                .isEqualTo(new Asked("backup", ModelTier.LARGE, "answer/2"));
        assertThat(VariantLine.read("asked primary small ")).isEqualTo(new Asked("primary", ModelTier.SMALL, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "tab\tbed", "line\nbreak", "mod\u00e8le"})
    void aNameThatNoModelHasIsRefused(String model) {
        assertThatThrownBy(() -> new Asked("primary", ModelTier.SMALL, "", model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("model must be a name of at most 200 letters, digits and signs without blanks");
        assertThatThrownBy(() -> new Asked("primary", ModelTier.SMALL, "", "m".repeat(201)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
