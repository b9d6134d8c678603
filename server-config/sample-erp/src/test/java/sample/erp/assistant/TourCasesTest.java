package sample.erp.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.evaluation.EvaluationCase;
import erp.assistant.evaluation.Expectation;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import sample.erp.scenario.Scenario;

class TourCasesTest {

    private static final Pattern LINE_NUMBERS = Pattern.compile("\\b(?:20|40|8 %|12 %|6200)");

    private final List<EvaluationCase> cases = new TourCases().cases();

    @Test
    void eachQuestionOfTheTourIsThereInSixLanguages() {
        assertThat(cases)
                .extracting(EvaluationCase::id)
                .containsExactlyElementsOf(Scenario.all().stream()
                        .map(scenario -> Integer.toString(scenario.number()))
                        .toList());
        assertThat(cases)
                .allSatisfy(each -> assertThat(each.questions()).containsOnlyKeys("de", "en", "es", "fr", "it", "pt"));
    }

    @Test
    void itIsAskedAndJudgedAsTheTourSays() {
        for (Scenario scenario : Scenario.all()) {
            EvaluationCase own = cases.get(scenario.number() - 1);

            assertThat(own.questions()).containsEntry("en", scenario.question());
            assertThat(own.user()).isEqualTo(scenario.login());
            assertThat(own.record()).hasToString(scenario.type() + "/" + scenario.id());
            assertThat(own.expected()).extracting(Expectation::words).containsExactlyElementsOf(scenario.needs());
            assertThat(own.forbidden()).extracting(Expectation::words).containsExactlyElementsOf(scenario.forbidden());
        }
    }

    @Test
    void aTranslationAsksWithTheSameFigures() {
        assertThat(cases)
                .allSatisfy(each -> assertThat(each.questions().values().stream()
                                .map(TourCasesTest::figures)
                                .distinct())
                        .hasSize(1));
    }

    private static List<String> figures(String question) {
        return LINE_NUMBERS.matcher(question).results().map(MatchResult::group).collect(Collectors.toList());
    }

    @Test
    void noTranslationIsThatOfAnotherQuestionOrLanguage() {
        assertThat(cases.stream().flatMap(each -> each.questions().values().stream()))
                .hasSize(90)
                .doesNotHaveDuplicates()
                .allMatch(question -> question.matches(".*[.?]"));
    }
}
