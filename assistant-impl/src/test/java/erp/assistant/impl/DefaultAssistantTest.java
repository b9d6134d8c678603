package erp.assistant.impl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import erp.assistant.AnswerEvent;
import erp.assistant.Answering;
import erp.assistant.AssistantException;
import erp.assistant.FormValue;
import erp.assistant.Problem;
import erp.assistant.Question;
import erp.assistant.RecordContext;
import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.Completion;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.ledger.LedgerException;
import erp.assistant.record.RecordRef;
import erp.assistant.report.LedgerRow;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DefaultAssistantTest {

    private static final TokenUsage USED = new TokenUsage(412, 0, 0, 0, 58, 0, TokenUsage.Source.REPORTED);

    private final Office office = new Office();
    private final Office.Browser browser = new Office.Browser();

    private Answering ask() {
        return office.assistant.ask(Office.question("Why is it late?"), browser);
    }

    private void says(String text) {
        office.provider.sink().accept(new ChatEvent.Text(text));
    }

    private void ends(String model) {
        office.provider.end.complete(
                new Completion(Completion.Reason.END, Completion.Source.PRIMARY, "anthropic", model, USED, "req_1"));
    }

    private void ends() {
        ends("claude-haiku-4-5");
    }

    @Test
    void theAskerIsFirstToldWhatTheAnswerIsAbout() {
        Answering answering = ask();

        assertThat(browser.events)
                .containsExactly(new AnswerEvent.Meta(
                        answering.id(),
                        Office.ORDER,
                        "Sales order 4711",
                        "7",
                        Office.NOW,
                        3,
                        0,
                        browser.meta().conversation(),
                        0));
        assertThat(UUID.fromString(answering.id()).version())
                .as("in the order of time")
                .isEqualTo(7);
    }

    @Test
    void textIsPassedOnAndTheEndTellsCitationsFiguresAndCost() {
        ask();
        office.clock.pass(Duration.ofMillis(1_100));
        says("Promised for 2 May [#promisedDate]");
        says(", 17 days ago. [#status] [#promisedDate] [#invented]");
        office.clock.pass(Duration.ofSeconds(18));
        ends();

        assertThat(browser.names()).containsExactly("Meta", "Delta", "Delta", "Done");
        AnswerEvent.Done done = browser.done();
        assertThat(done.reason()).isEqualTo(Completion.Reason.END);
        assertThat(done.source()).isEqualTo(Completion.Source.PRIMARY);
        assertThat(done.model()).isEqualTo("claude-haiku-4-5");
        assertThat(done.usage()).isEqualTo(USED);
        assertThat(done.first()).contains(Duration.ofMillis(1_100));
        assertThat(done.total()).isEqualTo(Duration.ofMillis(19_100));
        assertThat(done.citations()).extracting(AnswerEvent.Citation::id).containsExactly("promisedDate", "status");
        assertThat(done.figures().unmatched()).containsExactly("17");
        LedgerRow attempt = office.reports().attempts(0, 10).get(0);
        assertThat(done.cost()).isPresent().isEqualTo(attempt.cost());
        assertThat(done.cost().orElseThrow().nanos()).isPositive();
    }

    @Test
    void everythingIsRecordedWhenTheEndIsTold() {
        ask();
        office.clock.pass(Duration.ofSeconds(2));
        says("It waits.");
        ends();

        assertThat(office.answers("asker", "organisation", "record_id", "action_id", "attempts", "first_millis"))
                .containsExactly("settled end primary anna DE01 4711 why-late 1 2000");
        assertThat(office.counted.lines()).anyMatch(line -> line.contains("source=primary,outcome=end} 1"));
    }

    @Test
    void withoutRoomInABudgetNobodyIsAskedAndItIsNoFailure() {
        office.configuration.put("assistant.budget.department.logistics", "0.001");
        ask();

        assertThat(office.provider.asked).isZero();
        assertThat(browser.failed().problem().code()).isEqualTo(Problem.Code.BUDGET_REACHED);
        assertThat(browser.failed().problem().resetDate()).contains(LocalDate.of(2026, 12, 1));
        assertThat(office.answers("attempts")).containsExactly("settled budget-reached  0");
        assertThat(office.counted.lines()).anyMatch(line -> line.contains("outcome=budget-reached} 1"));
        office.configuration.put("assistant.budget.department.logistics", "1");
        ask();
        assertThat(office.provider.asked).isEqualTo(1);
        assertThat(office.provider.request().attribution().department()).isEqualTo("logistics");
    }

    /** Which may take minutes: a person is told at once, and a probe of the server too. */
    @Test
    void whileTheLedgerIsTidiedNobodyIsKeptWaiting() {
        office.ledgerIsTidied = true;

        assertThatThrownBy(this::ask).isInstanceOfSatisfying(AssistantException.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(Problem.Code.OVERLOADED);
            assertThat(refused.problem().retryAfter()).contains(Duration.ofSeconds(15));
        });
        assertThatThrownBy(() -> office.assistant.context(Office.ORDER, Office.person("anna")))
                .isInstanceOf(AssistantException.class);
        assertThat(office.admission.open()).isZero();
        assertThat(office.answers("outcome")).isEmpty();

        office.ledgerIsTidied = false;
        ask();
        assertThat(office.provider.asked).isEqualTo(1);
    }

    @Test
    void aModelWithoutAPriceHasNoCost() {
        ask();
        ends("a-model-of-next-year");

        assertThat(browser.done().cost()).isEmpty();
        assertThat(browser.done().usage()).isEqualTo(USED);
    }

    @Test
    void whoWantsAnotherAnswerAsksTheModelAnewWithWhatWasTyped() {
        Question first = Office.question("Why is it late?");
        Question anew = new Question(
                first.asker(), first.text(), first.about(), "", List.of(new FormValue("Note", "call first")), true);

        office.assistant.ask(anew, browser);

        assertThat(office.provider.request().again()).isTrue();
        assertThat(office.provider.request().prompt().user()).contains("call first");
    }

    @Test
    void theProviderIsAskedWithinTheLimitsOfTheSettings() {
        office.configuration.put("assistant.timeout.total", "30s");
        office.configuration.put("assistant.output.max-tokens", "321");
        Answering answering = ask();

        assertThat(office.provider.request().deadline()).isEqualTo(Office.NOW.plusSeconds(30));
        assertThat(office.provider.request().maxOutputTokens()).isEqualTo(321);
        assertThat(office.provider.request().attribution().call()).hasToString(answering.id());
        assertThat(office.provider.request().prompt().user()).contains("Why is it late?", "Blocked");
    }

    @Test
    void aRestartVoidsTheTextBeforeIt() {
        ask();
        says("Promised [#promisedDate] 99");
        office.provider.sink().accept(new ChatEvent.Restart("provider-failed"));
        says("Blocked [#status]");
        ends();

        assertThat(browser.names()).containsExactly("Meta", "Delta", "Restart", "Delta", "Done");
        assertThat(browser.done().citations())
                .extracting(AnswerEvent.Citation::id)
                .containsExactly("status");
        assertThat(browser.done().figures().unmatched()).isEmpty();
    }

    @Test
    void aChainThatFailsEndsInAProblemAndIsRecordedAsFailed() {
        ask();
        office.provider.end.completeExceptionally(
                ProviderFault.of(ProviderFault.Kind.IDLE_TIMEOUT, "no content for 20 s")
                        .build());

        assertThat(browser.names()).containsExactly("Meta", "Failed");
        assertThat(browser.failed().problem().code()).isEqualTo(Problem.Code.TIMEOUT);
        assertThat(office.answers()).containsExactly("settled failed");
    }

    @Test
    void aFailureOfTheAssistantItselfShowsNothingOfItsInside() {
        ask();
        office.provider.end.completeExceptionally(new IllegalStateException("jdbc:h2:mem:secret"));

        Problem problem = browser.failed().problem();
        assertThat(problem.code()).isEqualTo(Problem.Code.INTERNAL);
        assertThat(problem.detail())
                .contains("give your administrator the reference")
                .doesNotContain("jdbc", "secret");
    }

    @Test
    void whoAskedCanStopAndWhatWasUsedIsSettled() {
        Answering answering = ask();
        says("It wai");

        assertThat(office.assistant.stop(answering.id(), Office.person("anna"))).isTrue();

        assertThat(office.provider.end).as("the provider's connection").isCompletedExceptionally();
        assertThat(browser.names()).containsExactly("Meta", "Delta", "Done");
        assertThat(browser.done().reason()).isEqualTo(Completion.Reason.STOPPED);
        assertThat(office.answers()).containsExactly("settled stopped");
        assertThat(office.reports().attempts(0, 10))
                .extracting(LedgerRow::state, LedgerRow::outcome)
                .containsExactly(tuple("settled", "cancelled"));
    }

    @Test
    void aStreamThatIsClosedStopsTheSame() {
        ask().stop();

        assertThat(browser.done().reason()).isEqualTo(Completion.Reason.STOPPED);
        assertThat(office.answers()).containsExactly("settled stopped");
    }

    @Test
    void allAnswersOfAPersonStopTogetherAndNobodyElses() {
        ask();

        assertThat(office.assistant.stopAll("carl")).isZero();
        assertThat(browser.names()).containsExactly("Meta");
        assertThat(office.assistant.stopAll("anna")).isEqualTo(1);

        assertThat(browser.done().reason()).isEqualTo(Completion.Reason.STOPPED);
        assertThat(office.answers()).containsExactly("settled stopped");
        assertThat(office.assistant.stopAll("anna")).as("nothing is left").isZero();
    }

    @Test
    void anAnswerThatBeginsWhileTheServerClosesEndsAtOnce() {
        office.book.close();
        ask();
        assertThat(browser.done().reason()).isEqualTo(Completion.Reason.STOPPED);

        office.book.reopen();
        office.provider.renew();
        ask();
        assertThat(browser.names()).endsWith("Meta");
    }

    @ParameterizedTest
    @EnumSource
    void anAnswersPlaceIsFreeAgainHoweverItEnds(Way way) {
        for (int i = 0; i < 3; i++) {
            office.provider.renew();
            way.go(office, browser);
            assertThat(office.admission.open()).isZero();
        }
    }

    @Test
    void whileAnAnswerIsUnderWayItHasAPlace() {
        ask();
        assertThat(office.admission.open()).isEqualTo(1);
    }

    /** How an answer can end, or not begin. */
    enum Way {
        END {
            @Override
            void go(Office office, Office.Browser browser) {
                ask(office, browser);
                office.provider.end.complete(new Completion(
                        Completion.Reason.END, Completion.Source.PRIMARY, "anthropic", "m", USED, "req_1"));
            }
        },
        FAILURE {
            @Override
            void go(Office office, Office.Browser browser) {
                ask(office, browser);
                office.provider.end.completeExceptionally(new IllegalStateException("no provider"));
            }
        },
        STOP_TWICE {
            @Override
            void go(Office office, Office.Browser browser) {
                Answering answering = ask(office, browser);
                answering.stop();
                answering.stop();
            }
        },
        CHAIN_THROWS {
            @Override
            void go(Office office, Office.Browser browser) {
                office.provider.throwsInstead = true;
                ask(office, browser);
                office.provider.throwsInstead = false;
                assertThat(browser.failed().problem().code()).isEqualTo(Problem.Code.INTERNAL);
            }
        },
        NO_SUCH_RECORD {
            @Override
            void go(Office office, Office.Browser browser) {
                Question about = new Question(Office.person("anna"), "Why?", new RecordRef("sales-order", "4712"), "");
                assertThatThrownBy(() -> office.assistant.ask(about, browser)).isInstanceOf(AssistantException.class);
            }
        },
        NO_DATABASE_AT_THE_BEGINNING {
            @Override
            void go(Office office, Office.Browser browser) {
                office.databaseGoesAway();
                assertThatThrownBy(() -> ask(office, browser)).isInstanceOf(LedgerException.class);
                office.databaseComesBack();
            }
        },
        NO_DATABASE_AT_THE_END {
            @Override
            void go(Office office, Office.Browser browser) {
                Answering answering = ask(office, browser);
                office.databaseGoesAway();
                answering.stop();
                office.databaseComesBack();
            }
        };

        abstract void go(Office office, Office.Browser browser);

        private static Answering ask(Office office, Office.Browser browser) {
            return office.assistant.ask(Office.question("Why is it late?"), browser);
        }
    }

    @Test
    void stoppingByAnotherPersonDoesNothing() {
        Answering answering = ask();

        assertThat(office.assistant.stop(answering.id(), Office.person("carl"))).isFalse();
        assertThat(office.assistant.stop("no-such-answer", Office.person("anna")))
                .isFalse();

        assertThat(office.provider.sink().cancellation().isCancelled()).isFalse();
        assertThat(browser.names()).containsExactly("Meta");
    }

    @Test
    void anAnswerThatHasEndedIsNoLongerThere() {
        Answering answering = ask();
        ends();

        assertThat(office.assistant.stop(answering.id(), Office.person("anna"))).isFalse();
        assertThat(browser.names()).containsExactly("Meta", "Done");
    }

    @Test
    void whatCannotBeRecordedIsNeitherSentNorAnswered() {
        office.databaseGoesAway();

        assertThatThrownBy(this::ask).isInstanceOf(LedgerException.class).hasMessageContaining("could not be recorded");

        assertThat(office.provider.asked).isZero();
        assertThat(browser.events).isEmpty();
    }

    @Test
    void anAnswerThatCannotBeSettledIsToldAllTheSameWithoutACost() {
        ask();
        says("It waits.");
        office.databaseGoesAway();
        ends();
        office.databaseComesBack();

        assertThat(browser.done().reason()).isEqualTo(Completion.Reason.END);
        assertThat(browser.done().usage()).isEqualTo(USED);
        assertThat(browser.done().cost()).isEmpty();
        assertThat(office.answers()).as("for the sweeper").containsExactly("open");
    }

    @Test
    void aRecordThatIsNotAvailableIsNeitherSentNorRecorded() {
        Question about = new Question(Office.person("anna"), "Why?", new RecordRef("sales-order", "4712"), "");

        assertThatThrownBy(() -> office.assistant.ask(about, browser))
                .isInstanceOfSatisfying(
                        AssistantException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(Problem.Code.RECORD_NOT_AVAILABLE));

        assertThat(office.provider.asked).isZero();
        assertThat(browser.events).isEmpty();
        assertThat(office.answers()).isEmpty();
    }

    @Test
    void whileItIsSwitchedOffNotEvenTheRecordIsRead() {
        office.configuration.put("assistant.enabled", "false");

        assertThatThrownBy(this::ask)
                .isInstanceOfSatisfying(
                        AssistantException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(Problem.Code.SWITCHED_OFF));

        assertThat(office.orders.reads).isZero();
        assertThat(office.provider.asked).isZero();
    }

    @Test
    void aSlowBrowserSlowsItsProvider() {
        browser.slow = true;
        ask();
        List<String> asked = new ArrayList<>();

        office.provider.sink().whenReady(() -> asked.add("more"));
        assertThat(asked).isEmpty();

        browser.waiting.forEach(Runnable::run);
        assertThat(asked).containsExactly("more");
    }

    @Test
    void showingWhatWouldBeSentSendsAndRecordsNothing() {
        RecordContext context = office.assistant.context(Office.ORDER, Office.person("anna"));

        assertThat(context.fields())
                .extracting(RecordContext.Sent::id)
                .containsExactlyInAnyOrder("status", "promisedDate", "note");
        assertThat(office.provider.asked).isZero();
        assertThat(office.answers()).isEmpty();
    }
}
