package erp.assistant.impl;

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
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.RecordRef;
import erp.assistant.record.RecordSource;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Value;
import erp.assistant.record.Withheld;
import erp.assistant.report.PromptTemplates.Rendering;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A prompt on a real record that nobody is sent; there is no provider and no ledger here that could be asked. */
class AdminTemplatesTest {

    private static final RecordRef ORDER = new RecordRef("sales-order", "4711");
    private static final Logger LOG = Logger.getLogger("erp.assistant.rehearsal");
    private static final Settings SETTINGS = TestSettings.of(Map.of("assistant.provider.primary.dialect", "offline"));

    private final List<String> logged = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(MessageFormat.format(entry.getMessage(), entry.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private final Templates templates = new Templates(() -> SETTINGS);
    private final AdminTemplates admin = new AdminTemplates(
            templates,
            new RecordCatalogue(List.of(new Orders()), List::of),
            new PromptWriter(() -> SETTINGS, Clock.fixed(Office.NOW, ZoneOffset.UTC), templates));

    private static final class Orders implements RecordSource {
        @Override
        public String type() {
            return "sales-order";
        }

        @Override
        public Optional<BusinessRecord> find(String id, Asker asker) {
            if (asker.name().equals("vera")) {
                return Optional.empty();
            }
            BusinessRecord.Builder record = BusinessRecord.of(ORDER, "Sales order 4711")
                    .identity("status", "Status", "open")
                    .field(Field.of("clerk", "Clerk", new Value.Text("Eva Weber"))
                            .as(Sensitivity.PERSONAL))
                    .field(Field.of("bank", "Bank", new Value.Text("DE02")).as(Sensitivity.SECRET));
            if (asker.hasRole("controller")) {
                record.text("margin", "Margin", "12 %");
            }
            return Optional.of(record.build());
        }

        @Override
        public List<Withheld> withheld(Asker asker) {
            return asker.hasRole("controller")
                    ? List.of()
                    : List.of(new Withheld("margin", "Margin", "needs the role controller"));
        }
    }

    @BeforeEach
    void listen() {
        LOG.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(handler);
    }

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
        assertThat(anna.leftOut()).contains(new RecordContext.LeftOut("bank", "Bank", "geheim"));
        assertThat(anna.withheld()).containsExactly(new Withheld("margin", "Margin", "needs the role controller"));
        assertThat(anna.systemTokens()).isPositive().isLessThan(anna.prompt().estimatedTokens());
        assertThat(carl.prompt().user()).contains("Margin=12 %");
        assertThat(carl.withheld()).isEmpty();
    }

    @Test
    void theLogTellsWhoLookedAsWhomAtWhat() {
        render("anna");
        assertThatThrownBy(() -> render("vera")).isInstanceOf(AssistantException.class);

        assertThat(logged)
                .containsExactly(
                        "prompt rendered for adam as anna about sales-order/4711: data/1+answer/3+action-summary/1",
                        "prompt rendered for adam as vera about sales-order/4711: RECORD_NOT_AVAILABLE");
    }
}
