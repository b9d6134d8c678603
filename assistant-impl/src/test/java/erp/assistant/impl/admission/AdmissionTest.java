package erp.assistant.impl.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.impl.config.TestSettings;
import erp.assistant.record.Asker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final Asker ANNA = new Asker("anna", role -> true, Locale.ENGLISH);
    private static final Asker CARL = new Asker("carl", role -> true, Locale.ENGLISH);

    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

    private Admission admission(Map<String, String> settings) {
        return new Admission(() -> TestSettings.of(settings), clock);
    }

    private static Problem refusal(Admission admission, Asker asker) {
        return catchThrowableOfType(AssistantException.class, () -> admission.admit(asker))
                .problem();
    }

    @Test
    void theKillSwitchRefusesEverybody() {
        Admission admission = admission(Map.of("assistant.enabled", "false"));

        assertThat(refusal(admission, ANNA).code()).isEqualTo(Problem.Code.SWITCHED_OFF);
    }

    @Test
    void whatNobodyWaitsForCountsForNoMinuteButTakesAPlaceAndHeedsTheSwitch() {
        Admission admission =
                admission(Map.of("assistant.rate.per-user-minute", "1", "assistant.admission.open-answers", "2"));
        admission.admit(ANNA);

        for (int i = 0; i < 5; i++) {
            admission.admitUncounted("evaluation").leave();
        }
        Place place = admission.admitUncounted("evaluation");

        assertThat(admission.open()).isEqualTo(2);
        place.leave();
        assertThat(admission.open()).isEqualTo(1);
        Admission off = admission(Map.of("assistant.enabled", "false"));
        assertThat(catchThrowableOfType(AssistantException.class, () -> off.admitUncounted("evaluation"))
                        .problem()
                        .code())
                .isEqualTo(Problem.Code.SWITCHED_OFF);
    }

    @Test
    void aPersonMayAskAMinutesQuestionsAtOnceAndThenWaits() {
        Admission admission = admission(Map.of("assistant.rate.per-user-minute", "3"));
        for (int i = 0; i < 3; i++) {
            admission.admit(ANNA);
        }

        Problem problem = refusal(admission, ANNA);

        assertThat(problem.code()).isEqualTo(Problem.Code.RATE_LIMITED);
        assertThat(problem.retryAfter()).contains(Duration.ofSeconds(20));
    }

    @Test
    void theCompanyMayAskAMinutesQuestionsAtOnceAndThenAllWait() {
        Admission admission =
                admission(Map.of("assistant.rate.per-company-minute", "4", "assistant.rate.per-user-minute", "3"));
        for (int i = 0; i < 2; i++) {
            admission.admit(ANNA);
            admission.admit(CARL);
        }

        Problem problem = refusal(admission, ANNA);

        assertThat(problem.code()).isEqualTo(Problem.Code.RATE_LIMITED);
        assertThat(problem.retryAfter()).contains(Duration.ofSeconds(15));
        assertThat(problem.detail()).contains("company");
        assertThat(admission.open()).as("no place is taken").isEqualTo(4);
        now = now.plusSeconds(15);
        assertThatCode(() -> admission.admit(ANNA))
                .as("the refused question does not count for the person")
                .doesNotThrowAnyException();
    }

    @Test
    void afterTheWaitThePersonMayAskAgain() {
        Admission admission = admission(Map.of("assistant.rate.per-user-minute", "3"));
        for (int i = 0; i < 3; i++) {
            admission.admit(ANNA);
        }
        now = now.plusSeconds(20);

        assertThatCode(() -> admission.admit(ANNA)).doesNotThrowAnyException();
        assertThat(refusal(admission, ANNA).code()).isEqualTo(Problem.Code.RATE_LIMITED);
    }

    @Test
    void aFullServerRefusesAtOnceAndSaysWhenToComeBack() {
        Admission admission = admission(Map.of("assistant.admission.open-answers", "1"));
        Place place = admission.admit(ANNA);

        Problem problem = refusal(admission, CARL);
        assertThat(problem.code()).isEqualTo(Problem.Code.OVERLOADED);
        assertThat(problem.retryAfter()).contains(Duration.ofSeconds(5));
        assertThat(admission.open()).isEqualTo(1);
        assertThat(admission.limit()).isEqualTo(1);

        place.leave();
        assertThatCode(() -> admission.admit(CARL)).doesNotThrowAnyException();
    }

    @Test
    void aQuestionThatIsRefusedForItsRateTakesNoPlace() {
        Admission admission = admission(Map.of("assistant.rate.per-user-minute", "1"));
        admission.admit(ANNA);

        assertThat(refusal(admission, ANNA).code()).isEqualTo(Problem.Code.RATE_LIMITED);

        assertThat(admission.open()).isEqualTo(1);
    }

    @Test
    void aQuestionThatAFullServerRefusesDoesNotCountAgainstThePersonsRate() {
        Admission admission =
                admission(Map.of("assistant.admission.open-answers", "1", "assistant.rate.per-user-minute", "1"));
        Place place = admission.admit(CARL);
        assertThat(refusal(admission, ANNA).code()).isEqualTo(Problem.Code.OVERLOADED);
        place.leave();

        assertThatCode(() -> admission.admit(ANNA)).doesNotThrowAnyException();
    }

    @Test
    void onePersonsQuestionsDoNotCountForAnother() {
        Admission admission = admission(Map.of("assistant.rate.per-user-minute", "1"));
        admission.admit(ANNA);

        assertThatCode(() -> admission.admit(CARL)).doesNotThrowAnyException();
    }
}
