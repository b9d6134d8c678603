package erp.assistant.impl;

import static erp.assistant.impl.RehearsedOrders.ORDER;
import static erp.assistant.impl.RehearsedOrders.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.AnswerEvent.SentValue;
import erp.assistant.AssistantException;
import erp.assistant.Question;
import erp.assistant.RecordContext;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.TestSettings;
import erp.assistant.impl.prompt.PromptWriter;
import erp.assistant.impl.prompt.Templates;
import erp.assistant.impl.record.ListCatalogue;
import erp.assistant.impl.record.RecordCatalogue;
import erp.assistant.record.Asker;
import erp.assistant.record.ListQuery;
import erp.assistant.record.ListSort;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Withheld;
import erp.assistant.report.PromptTemplates.Rendering;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A prompt on a real record that nobody is sent; there is no provider and no ledger here that could be asked. */
class AdminTemplatesTest {

    @RegisterExtension
    final Logged log = Logged.by("erp.assistant.rehearsal");

    private static final Settings SETTINGS = TestSettings.of(Map.of("assistant.provider.primary.dialect", "offline"));

    private final Templates templates = new Templates(() -> SETTINGS);
    private final RecordCatalogue records = new RecordCatalogue(List.of(new RehearsedOrders()), List::of);
    private final AdminTemplates admin = new AdminTemplates(
            templates,
            records,
            new ListCatalogue(records),
            new PromptWriter(() -> SETTINGS, Clock.fixed(Office.NOW, ZoneOffset.UTC), templates));

    private Rendering render(String name, String... roles) {
        Asker asker = new Asker(name, List.of(roles)::contains, Locale.GERMAN);
        return admin.render("adam", new Question(asker, "What is the margin?", ORDER, "summary"), Map.of());
    }

    private Rendering renderList(Asker asker, ListQuery rows) {
        Question question = new Question(
                asker,
                "Which have the worst margin?",
                RecordRef.ofList("sales-order"),
                "",
                List.of(),
                false,
                "",
                Optional.of(rows));
        return admin.render("adam", question, Map.of());
    }

    @Test
    void thePromptIsTheOneThatPersonsQuestionWouldHave() {
        Rendering anna = render("anna");
        Rendering carl = render("carl", "controller");

        assertThat(anna.prompt().template()).isEqualTo("data/1+answer/3+action-summary/1");
        assertThat(anna.prompt().system()).contains("Answer in German");
        assertThat(anna.prompt().user()).contains("1 Status=open").doesNotContain("12 %", "Eva Weber", "DE02");
        assertThat(anna.leftOut()).contains(new RecordContext.LeftOut("bank", "bank", "geheim"));
        assertThat(anna.withheld()).containsExactly(new Withheld("margin", "Margin", "needs the role controller"));
        assertThat(anna.systemTokens()).isPositive().isLessThan(anna.prompt().estimatedTokens());
        assertThat(carl.prompt().user()).contains("Margin=12 %");
        assertThat(carl.withheld()).isEmpty();
    }

    @Test
    void thePromptOfAListIsTheOneThatPersonsQuestionWouldHave() {
        Rendering anna = renderList(person("anna"), ListQuery.ALL);
        Rendering carl = renderList(person("carl", "controller"), ListQuery.ALL);

        assertThat(anna.record()).isEqualTo(RecordRef.ofList("sales-order"));
        assertThat(anna.label()).isEqualTo("Sales orders");
        assertThat(anna.prompt().user()).contains("4711").doesNotContain("Margin", "DE02");
        assertThat(anna.sent()).extracting(SentValue::id).contains("rows.4711.number");
        assertThat(anna.rows()).isEqualTo(1);
        assertThat(anna.withheld()).containsExactly(new Withheld("margin", "Margin", "needs the role controller"));
        assertThat(carl.prompt().user()).contains("Margin");
        assertThat(carl.withheld()).isEmpty();
    }

    @Test
    void aListRefusesWhatItWouldRefuseThatPerson() {
        ListQuery byMargin = new ListQuery(List.of(), List.of(ListSort.of("-margin")), "", 10);

        assertThatThrownBy(() -> renderList(person("anna"), byMargin))
                .isInstanceOf(AssistantException.class)
                .hasMessageContaining("cannot be sorted by 'margin'");
        assertThatThrownBy(() -> renderList(person("vera"), ListQuery.ALL)).isInstanceOf(AssistantException.class);
        assertThat(renderList(person("carl", "controller"), byMargin).rows()).isEqualTo(1);
        assertThat(log.lines())
                .containsExactly(
                        "prompt rendered for adam as anna about sales-order: QUESTION_INVALID",
                        "prompt rendered for adam as vera about sales-order: RECORD_NOT_AVAILABLE",
                        "prompt rendered for adam as carl about sales-order: data/1+answer/3");
    }

    @Test
    void theLogTellsWhoLookedAsWhomAtWhat() {
        render("anna");
        assertThatThrownBy(() -> render("vera")).isInstanceOf(AssistantException.class);

        assertThat(log.lines())
                .containsExactly(
                        "prompt rendered for adam as anna about sales-order/4711: data/1+answer/3+action-summary/1",
                        "prompt rendered for adam as vera about sales-order/4711: RECORD_NOT_AVAILABLE");
    }
}
