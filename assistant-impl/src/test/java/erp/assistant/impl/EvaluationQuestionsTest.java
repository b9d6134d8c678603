package erp.assistant.impl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.chat.ChatEvent;
import erp.assistant.chat.Completion;
import erp.assistant.chat.ModelTier;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.TokenUsage;
import erp.assistant.evaluation.EvaluationCase;
import erp.assistant.impl.evaluation.Questions;
import erp.assistant.impl.evaluation.Reply;
import erp.assistant.record.RecordRef;
import erp.assistant.report.EvaluationPlan.Asked;
import erp.assistant.report.LedgerRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationQuestionsTest {

    private static final Asked SMALL = new Asked("primary", ModelTier.SMALL, "");
    private static final TokenUsage USED = new TokenUsage(412, 0, 0, 0, 58, 0, TokenUsage.Source.REPORTED);

    private final Office office = new Office();
    private final List<Reply> replies = new ArrayList<>();

    private static EvaluationCase about(RecordRef record) {
        return new EvaluationCase(
                "1",
                "1",
                Map.of("de", "Warum ist er zu spät?"),
                record,
                "anna",
                Set.of("sales"),
                List.of(),
                List.of(),
                false);
    }

    private Questions.Prepared prepared(Asked who) {
        return office.questions.prepare(about(Office.ORDER), "de", who, "adam");
    }

    private void ends(Completion.Reason reason) {
        office.provider.end.complete(
                new Completion(reason, Completion.Source.PRIMARY, "anthropic", "claude-haiku-4-5", USED, "req_1"));
    }

    @Test
    void itIsAskedAsAPersonDoesAndOnlyOfTheModelThatIsNamed() {
        prepared(new Asked("primary", ModelTier.LARGE, "")).send(replies::add);

        assertThat(office.provider.request().prompt().user()).contains("Warum ist er zu spät?", "Blocked");
        assertThat(office.provider.request().prompt().language()).isEqualTo(Locale.GERMAN);
        assertThat(office.provider.request().tier()).isEqualTo(ModelTier.LARGE);
        assertThat(office.provider.request().again())
                .as("no answer from the cache")
                .isTrue();
        assertThat(office.orders.reads).isEqualTo(1);
    }

    @Test
    void theAnswerComesWithAllThatItIsJudgedBy() {
        prepared(SMALL).send(replies::add);
        office.clock.pass(Duration.ofMillis(800));
        office.provider.sink().accept(new ChatEvent.Text("Er ist gesperrt und war für den 2. Mai"));
        office.provider.sink().accept(new ChatEvent.Text(" zugesagt [#promisedDate], das sind 99 Tage."));
        office.clock.pass(Duration.ofMillis(200));
        ends(Completion.Reason.END);

        Reply reply = replies.get(0);
        assertThat(reply.text()).startsWith("Er ist gesperrt").endsWith("99 Tage.");
        assertThat(reply.sent()).containsEntry("promisedDate", "2026-05-02").containsEntry("status", "Blocked");
        assertThat(reply.cited()).containsExactly("promisedDate");
        assertThat(reply.figures().unmatched()).containsExactly("99");
        assertThat(reply.answeredIn()).contains("de");
        assertThat(reply.refused()).isFalse();
        assertThat(reply.problem()).isEmpty();
        assertThat(reply.inputTokens()).isEqualTo(412);
        assertThat(reply.outputTokens()).isEqualTo(58);
        LedgerRow attempt = office.reports().attempts(0, 10).get(0);
        assertThat(reply.cost()).contains(attempt.cost().orElseThrow().nanos());
        assertThat(reply.firstMillis()).hasValue(800);
        assertThat(reply.totalMillis()).isEqualTo(1_000);
        assertThat(reply.model()).isEqualTo("claude-haiku-4-5");
        assertThat(reply.template()).contains("answer/");
    }

    @Test
    void whatItCanCostAtMostIsKnownBeforeAndNeverExceeded() {
        Questions.Prepared question = prepared(SMALL);
        long bound = question.bound().orElseThrow();
        assertThat(office.provider.asked).isZero();
        question.send(replies::add);
        ends(Completion.Reason.END);

        LedgerRow attempt = office.reports().attempts(0, 10).get(0);
        assertThat(attempt.reserved().orElseThrow().nanos()).isEqualTo(bound);
        assertThat(replies.get(0).cost().orElseThrow()).isPositive().isLessThan(bound);
    }

    @Test
    void aModelWithoutAPriceHasNoBound() {
        office.configuration.put("assistant.provider.primary.model.small", "a-model-of-next-year");

        assertThat(prepared(SMALL).bound()).isEmpty();
    }

    @Test
    void anyModelOfTheProviderCanBeNamedAndIsHeldAndPaidAtItsOwnPrice() {
        Asked sonnet = new Asked("primary", ModelTier.SMALL, "", "claude-sonnet-5-5");
        long boundOfSmall = prepared(SMALL).bound().orElseThrow();
        Questions.Prepared question = prepared(sonnet);
        assertThat(question.bound().orElseThrow()).isGreaterThan(boundOfSmall);
        question.send(replies::add);
        assertThat(office.provider.request().model()).isEqualTo("claude-sonnet-5-5");
        office.provider.end.complete(new Completion(
                Completion.Reason.END,
                Completion.Source.PRIMARY,
                "anthropic",
                "claude-sonnet-5-5-20260901",
                USED,
                "req_1"));

        LedgerRow attempt = office.reports().attempts(0, 1).get(0);
        assertThat(attempt.requestedModel()).isEqualTo("claude-sonnet-5-5");
        assertThat(attempt.reserved().orElseThrow().nanos())
                .isEqualTo(question.bound().orElseThrow());
        assertThat(attempt.priceRow()).contains("claude-sonnet-5-5");
        assertThat(replies.get(0).cost()).contains(attempt.cost().orElseThrow().nanos());
        assertThat(replies.get(0).model()).isEqualTo("claude-sonnet-5-5-20260901");
        assertThat(office.questions.label(sonnet)).isEqualTo("primary: claude-sonnet-5-5");
    }

    @Test
    void aModelThatTheResponseNamesIsPaidAtItsPrice() {
        prepared(new Asked("primary", ModelTier.SMALL, "", "claude-sonnet-5-5")).send(replies::add);
        office.provider.end.complete(new Completion(
                Completion.Reason.END, Completion.Source.PRIMARY, "anthropic", "claude-haiku-4-5", USED, "req_1"));

        assertThat(office.reports().attempts(0, 1).get(0).priceRow()).contains("claude-haiku-4-5");
    }

    @Test
    void aModelWithoutAPriceIsRefusedBeforeAnythingIsAsked() {
        AssistantException refusal = catchThrowableOfType(
                AssistantException.class,
                () -> office.questions.label(new Asked("primary", ModelTier.SMALL, "", "claude-of-next-year")));

        assertThat(refusal.problem().code()).isEqualTo(Problem.Code.QUESTION_INVALID);
        assertThat(refusal.problem().detail())
                .isEqualTo(
                        "The model claude-of-next-year of anthropic has no known price, so that no spending limit can be"
                                + " kept. Add it to the price file.");
    }

    @Test
    void theRecordItselfHasNoModels() {
        office.configuration.put("assistant.provider.primary.dialect", "offline");

        assertThat(office.questions.label(SMALL)).isEqualTo("primary small: the record itself");
        assertThat(catchThrowableOfType(
                                AssistantException.class,
                                () -> office.questions.label(new Asked("primary", ModelTier.SMALL, "", "m")))
                        .problem()
                        .detail())
                .isEqualTo("The provider in the slot primary is the record itself, which has no models.");
    }

    @Test
    void itIsTheAdminsInTheLedgerAndNoAnswerThatSomebodyWaitedFor() {
        prepared(SMALL).send(replies::add);
        ends(Completion.Reason.END);

        assertThat(office.answers("asker", "record_id", "action_id"))
                .containsExactly("settled end primary adam 4711 evaluation");
        assertThat(office.counted.lines()).isEmpty();
        assertThat(office.assistant.stopAll("anna")).isZero();
    }

    @Test
    void aModelThatDeclinesHasRefused() {
        prepared(SMALL).send(replies::add);
        ends(Completion.Reason.REFUSAL);

        assertThat(replies.get(0).refused()).isTrue();
        assertThat(replies.get(0).problem()).isEmpty();
    }

    @Test
    void aFailureIsNoAnswerAndItsCostIsTheLedgers() {
        prepared(SMALL).send(replies::add);
        office.provider.end.completeExceptionally(ProviderFault.of(ProviderFault.Kind.OVERLOADED, "no room")
                .provider("anthropic", "claude-haiku-4-5")
                .build());

        assertThat(office.provider.asked).as("not repeated").isEqualTo(1);
        assertThat(replies.get(0).problem()).isEqualTo("provider-unavailable");
        assertThat(replies.get(0).cost())
                .contains(office.reports()
                        .attempts(0, 1)
                        .get(0)
                        .cost()
                        .orElseThrow()
                        .nanos());
    }

    @Test
    void anAnswerThatBrokeOffIsAFailureThoughItsTextIsKept() {
        prepared(SMALL).send(replies::add);
        office.provider.sink().accept(new ChatEvent.Text("Er ist"));
        ends(Completion.Reason.TRUNCATED);

        assertThat(replies.get(0).problem()).isEqualTo("truncated");
        assertThat(replies.get(0).text()).isEqualTo("Er ist");
    }

    @Test
    void itCanBeStoppedWhileItRunsAndBeforeItBegins() {
        Questions.Prepared running = prepared(SMALL);
        running.send(replies::add);
        running.stop();
        assertThat(replies).hasSize(1);
        assertThat(replies.get(0).problem()).isEqualTo("stopped");

        office.provider.renew();
        Questions.Prepared early = prepared(SMALL);
        early.stop();
        early.send(replies::add);
        assertThat(replies.get(1).problem()).isEqualTo("stopped");
        assertThat(office.provider.asked).as("the second was not sent").isEqualTo(1);
        assertThat(office.admission.open()).isZero();
    }

    @Test
    void aRecordThatThePersonMayNotSeeIsNotAsked() {
        Problem problem = catchThrowableOfType(
                        AssistantException.class,
                        () -> office.questions.prepare(about(new RecordRef("sales-order", "1")), "de", SMALL, "adam"))
                .problem();

        assertThat(problem.code()).isEqualTo(Problem.Code.RECORD_NOT_AVAILABLE);
        assertThat(office.provider.asked).isZero();
    }

    @Test
    void aVariantMayUseAnotherVersionOfTheInstructions(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("answer-4.txt"), "Answer in {language}, in one sentence.");
        office.configuration.put("assistant.template.folder", folder.toString());
        office.configuration.put("assistant.template.versions", "answer=3");
        office.templates.refresh();

        prepared(new Asked("primary", ModelTier.SMALL, "answer/4")).send(replies::add);
        ends(Completion.Reason.END);

        assertThat(office.provider.request().prompt().system()).contains("in one sentence");
        assertThat(office.provider.request().prompt().template()).contains("answer/4~");
        assertThat(replies.get(0).template())
                .isEqualTo(office.provider.request().prompt().template());
    }

    @ParameterizedTest
    @CsvSource({
        "answer/999, There is no template answer/999.",
        "other/1, There is no template other/1.",
        "answer, template must be a name and a version such as answer/3.",
        "answer/-1, template must be a name and a version such as answer/3.",
        "../answer/3, template must be a name and a version such as answer/3."
    })
    void aTemplateThatThereIsNotIsSaidBeforeAnythingIsAsked(String template, String why) {
        assertThat(catchThrowableOfType(
                                AssistantException.class,
                                () -> office.questions.label(new Asked("primary", ModelTier.SMALL, template)))
                        .problem()
                        .detail())
                .isEqualTo(why);
    }

    @Test
    void aVariantIsNamedByItsModelAndWhatIsNotConfiguredIsSaid() {
        office.configuration.put("assistant.provider.primary.model.small", "claude-haiku-4-5");

        assertThat(office.questions.label(SMALL)).isEqualTo("primary small: claude-haiku-4-5");
        assertThat(catchThrowableOfType(
                                AssistantException.class,
                                () -> office.questions.label(new Asked("backup", ModelTier.SMALL, "")))
                        .problem()
                        .detail())
                .isEqualTo("No provider is configured as backup.");
    }
}
