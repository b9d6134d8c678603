package erp.assistant.impl;

import static erp.assistant.impl.RehearsedOrders.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.AssistantException;
import erp.assistant.Question;
import erp.assistant.RecordContext;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.TestSettings;
import erp.assistant.impl.prompt.PromptWriter;
import erp.assistant.impl.prompt.Templates;
import erp.assistant.impl.record.RecordCatalogue;
import erp.assistant.record.Asker;
import erp.assistant.record.Withheld;
import erp.assistant.report.PromptTemplates.Rendering;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A prompt on a real record that nobody is sent; there is no provider and no ledger here that could be asked. */
class AdminTemplatesTest {

    @RegisterExtension
    final Logged log = Logged.by("erp.assistant.rehearsal");

    private static final Settings SETTINGS = TestSettings.of(Map.of("assistant.provider.primary.dialect", "offline"));

    private final Templates templates = new Templates(() -> SETTINGS);
    private final AdminTemplates admin = new AdminTemplates(
            templates,
            new RecordCatalogue(List.of(new RehearsedOrders()), List::of),
            new PromptWriter(() -> SETTINGS, Clock.fixed(Office.NOW, ZoneOffset.UTC), templates));

    private Rendering render(String name, String... roles) {
        Asker asker = new Asker(name, List.of(roles)::contains, Locale.GERMAN);
        return admin.render("adam", new Question(asker, "What is the margin?", ORDER, "summary"), Map.of());
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
    void theLogTellsWhoLookedAsWhomAtWhat() {
        render("anna");
        assertThatThrownBy(() -> render("vera")).isInstanceOf(AssistantException.class);

        assertThat(log.lines())
                .containsExactly(
                        "prompt rendered for adam as anna about sales-order/4711: data/1+answer/3+action-summary/1",
                        "prompt rendered for adam as vera about sales-order/4711: RECORD_NOT_AVAILABLE");
    }
}
