package erp.assistant.impl;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.Problem;
import erp.assistant.chat.Completion;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.fault.BudgetReached;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EndingsTest {

    @ParameterizedTest
    @EnumSource(ProviderFault.Kind.class)
    void everyFaultOfAProviderIsToldInPlainWords(ProviderFault.Kind kind) {
        Problem problem = Endings.problem(ProviderFault.of(kind, "internal words")
                .provider("anthropic", "claude")
                .status(500)
                .build());

        assertThat(problem.code())
                .isEqualTo(
                        switch (kind) {
                            case FIRST_CONTENT_TIMEOUT, IDLE_TIMEOUT, TOTAL_TIMEOUT -> Problem.Code.TIMEOUT;
                            case TOO_LARGE -> Problem.Code.TOO_LARGE;
                            default -> Problem.Code.PROVIDER_UNAVAILABLE;
                        });
        assertThat(problem.detail()).doesNotContain("internal words", "anthropic", "claude", "500");
    }

    @Test
    void theWaitThatAProviderAsksForIsPassedOn() {
        ProviderFault fault = ProviderFault.of(ProviderFault.Kind.RATE_LIMITED, "429")
                .retryAfter(Duration.ofSeconds(7))
                .build();

        assertThat(Endings.problem(new CompletionException(new CompletionException(fault)))
                        .retryAfter())
                .contains(Duration.ofSeconds(7));
    }

    @Test
    void anOpenCircuitIsAProviderThatIsNotAvailable() {
        Problem problem = Endings.problem(new CompletionException(new CircuitBreakerOpenException("open")));

        assertThat(problem.code()).isEqualTo(Problem.Code.PROVIDER_UNAVAILABLE);
        assertThat(problem.retryAfter()).isEmpty();
    }

    @Test
    void aBudgetWithoutRoomSaysWhenItBeginsAnew() {
        LocalDate reset = LocalDate.of(2026, 12, 1);

        Problem problem = Endings.problem(new CompletionException(BudgetReached.noRoom("the budget of anna", reset)));

        assertThat(problem.code()).isEqualTo(Problem.Code.BUDGET_REACHED);
        assertThat(problem.resetDate()).contains(reset);
        assertThat(problem.detail()).contains("2026-12-01").doesNotContain("anna");
    }

    @Test
    void aModelThatMayNotBeAskedWithoutAPriceIsOneThatIsNotAvailable() {
        assertThat(Endings.problem(BudgetReached.unpriced("own", "own-model")).code())
                .isEqualTo(Problem.Code.PROVIDER_UNAVAILABLE);
    }

    @Test
    void everyOtherFailureHasItsOwnReference() {
        Problem first = Endings.problem(new NullPointerException("text"));
        Problem second = Endings.problem(null);

        assertThat(first.code()).isEqualTo(Problem.Code.INTERNAL);
        assertThat(second.code()).isEqualTo(Problem.Code.INTERNAL);
        assertThat(first.detail()).isNotEqualTo(second.detail());
    }

    @Test
    void aStoppedAnswerTellsWhatTheProviderHadSaidOfItself() {
        TokenUsage used = new TokenUsage(412, 0, 0, 0, 7, 0, TokenUsage.Source.PARTIAL);
        ProviderFault fault = ProviderFault.of(ProviderFault.Kind.CANCELLED, "gone")
                .provider("anthropic", "claude-haiku-4-5")
                .usage(used)
                .requestId("req_1")
                .build();

        assertThat(Endings.stopped(new CompletionException(fault)))
                .isEqualTo(new Completion(
                        Completion.Reason.STOPPED,
                        Completion.Source.PRIMARY,
                        "anthropic",
                        "claude-haiku-4-5",
                        used,
                        "req_1"));
    }

    @Test
    void anAnswerThatWasStoppedBeforeAnybodyAnsweredUsedNothing() {
        assertThat(Endings.stopped(null))
                .isEqualTo(new Completion(
                        Completion.Reason.STOPPED, Completion.Source.PRIMARY, "", "", TokenUsage.NONE, ""));
    }
}
