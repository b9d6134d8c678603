package erp.assistant.impl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.AssistantException;
import erp.assistant.RecordContext;
import erp.assistant.impl.config.TestSettings;
import erp.assistant.impl.prompt.PromptWriter;
import erp.assistant.impl.record.RecordCatalogue;
import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.RecordRef;
import erp.assistant.record.RecordSource;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Value;
import erp.assistant.record.Withheld;
import erp.assistant.report.Rehearsal;
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

class AdminRehearsalTest {

    private static final RecordRef ORDER = new RecordRef("sales-order", "4711");
    private static final Logger LOG = Logger.getLogger("erp.assistant.rehearsal");

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

    private final Rehearsal rehearsal = new AdminRehearsal(
            new RecordCatalogue(List.of(new Orders()), List::of),
            new PromptWriter(
                    () -> TestSettings.of(Map.of("assistant.provider.primary.dialect", "offline")),
                    Clock.fixed(Office.NOW, ZoneOffset.UTC)));

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
                    .field(link("customer", "Meyer", Sensitivity.PUBLIC))
                    .field(link("bank", "DE02", Sensitivity.SECRET))
                    .rows(new Rows(
                            "lines",
                            "Lines",
                            List.of(new Rows.Row("10", List.of(link("item", "GB-3300", Sensitivity.PUBLIC)))),
                            1,
                            List.of()));
            if (asker.hasRole("controller")) {
                record.text("margin", "Margin", "12 %");
            }
            return Optional.of(record.build());
        }

        private static Field link(String id, String value, Sensitivity sensitivity) {
            return Field.of(id, id, new Value.Text(value)).as(sensitivity).linkedTo(new RecordRef(id, value));
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

    private static Asker person(String name, String... roles) {
        return new Asker(name, List.of(roles)::contains, Locale.ENGLISH);
    }

    @Test
    void itShowsWhatThatPersonWouldGetAndWhatTheirRolesHide() {
        Rehearsal.Result anna = rehearsal.rehearse("adam", person("anna"), ORDER);
        Rehearsal.Result carl = rehearsal.rehearse("adam", person("carl", "controller"), ORDER);

        assertThat(anna.context().fields())
                .extracting(RecordContext.Sent::id)
                .contains("status")
                .doesNotContain("margin");
        assertThat(anna.context().leftOut()).contains(new RecordContext.LeftOut("bank", "bank", "secret"));
        assertThat(anna.withheld()).containsExactly(new Withheld("margin", "Margin", "needs the role controller"));
        assertThat(carl.context().fields()).extracting(RecordContext.Sent::id).contains("margin");
        assertThat(carl.withheld()).isEmpty();
    }

    @Test
    void aValueThatIsSentHasItsLinkAndASecretOneHasNone() {
        assertThat(rehearsal.rehearse("adam", person("anna"), ORDER).context().links())
                .containsExactly(
                        new RecordContext.Link("customer", new RecordRef("customer", "Meyer")),
                        new RecordContext.Link("lines.10.item", new RecordRef("item", "GB-3300")));
    }

    @Test
    void theLogTellsWhoLookedAsWhomAtWhat() {
        rehearsal.rehearse("adam", person("anna"), ORDER);
        assertThatThrownBy(() -> rehearsal.rehearse("adam", person("vera"), ORDER))
                .isInstanceOf(AssistantException.class);

        assertThat(logged)
                .containsExactly(
                        "rehearsal by adam as anna about sales-order/4711: 4 values would be sent",
                        "rehearsal by adam as vera about sales-order/4711: RECORD_NOT_AVAILABLE");
    }
}
