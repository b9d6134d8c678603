package erp.assistant.impl;

import static erp.assistant.impl.RehearsedOrders.ORDER;
import static erp.assistant.impl.RehearsedOrders.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.AssistantException;
import erp.assistant.RecordContext;
import erp.assistant.impl.config.TestSettings;
import erp.assistant.impl.prompt.PromptWriter;
import erp.assistant.impl.record.ListCatalogue;
import erp.assistant.impl.record.RecordCatalogue;
import erp.assistant.record.Asker;
import erp.assistant.record.ListColumn;
import erp.assistant.record.ListQuery;
import erp.assistant.record.ListSort;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Withheld;
import erp.assistant.report.Rehearsal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AdminRehearsalTest {

    @RegisterExtension
    final Logged log = Logged.by("erp.assistant.rehearsal");

    private final RecordCatalogue records = new RecordCatalogue(List.of(new RehearsedOrders()), List::of);
    private final Rehearsal rehearsal = new AdminRehearsal(
            records,
            new ListCatalogue(records),
            new PromptWriter(
                    () -> TestSettings.of(Map.of("assistant.provider.primary.dialect", "offline")),
                    Clock.fixed(Office.NOW, ZoneOffset.UTC)));

    private static List<String> ids(RecordContext context) {
        return context.fields().stream().map(RecordContext.Sent::id).toList();
    }

    private Rehearsal.Listed list(Asker as) {
        return rehearsal.rehearseList("adam", as, "sales-order", ListQuery.ALL);
    }

    @Test
    void itShowsWhatThatPersonWouldGetAndWhatTheirRolesHide() {
        Rehearsal.Result anna = rehearsal.rehearse("adam", person("anna"), ORDER);
        Rehearsal.Result carl = rehearsal.rehearse("adam", person("carl", "controller"), ORDER);

        assertThat(ids(anna.context())).contains("status").doesNotContain("margin");
        assertThat(anna.context().leftOut()).contains(new RecordContext.LeftOut("bank", "bank", "secret"));
        assertThat(anna.withheld()).containsExactly(new Withheld("margin", "Margin", "needs the role controller"));
        assertThat(ids(carl.context())).contains("margin");
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
    void ofAListItShowsRowsCellsAndFiguresAsThatPersonWouldGetThem() {
        Rehearsal.Listed anna = list(person("anna"));
        Rehearsal.Listed carl = list(person("carl", "controller"));

        assertThat(ids(anna.context())).containsExactly("filter", "rows.4711.number", "rows.row-count");
        assertThat(anna.context().leftOut())
                .containsExactly(
                        new RecordContext.LeftOut("rows.4711.bank", "Bank", "secret"),
                        new RecordContext.LeftOut("rows", "Sales orders (2)", "capped by the ERP"));
        assertThat(anna.context().links()).containsExactly(new RecordContext.Link("rows.4711.number", ORDER));
        assertThat(anna.list().columns()).extracting(ListColumn::id).containsExactly("number", "bank");
        assertThat(anna.withheld()).containsExactly(new Withheld("margin", "Margin", "needs the role controller"));
        assertThat(ids(carl.context())).contains("rows.4711.margin", "rows.margin");
        assertThat(carl.withheld()).isEmpty();
    }

    @Test
    void aListRefusesWhatItWouldRefuseThatPerson() {
        ListQuery byMargin = new ListQuery(List.of(), List.of(ListSort.of("-margin")), "", 10);

        assertThatThrownBy(() -> rehearsal.rehearseList("adam", person("anna"), "sales-order", byMargin))
                .isInstanceOf(AssistantException.class)
                .hasMessageContaining("cannot be sorted by 'margin'");
        assertThat(ids(rehearsal
                        .rehearseList("adam", person("carl", "controller"), "sales-order", byMargin)
                        .context()))
                .contains("order");
    }

    @Test
    void theLogTellsWhoLookedAsWhomAtWhat() {
        rehearsal.rehearse("adam", person("anna"), ORDER);
        assertThatThrownBy(() -> rehearsal.rehearse("adam", person("vera"), ORDER))
                .isInstanceOf(AssistantException.class);
        list(person("anna"));
        assertThatThrownBy(() -> list(person("vera"))).isInstanceOf(AssistantException.class);

        assertThat(log.lines())
                .containsExactly(
                        "rehearsal by adam as anna about sales-order/4711: 5 values would be sent",
                        "rehearsal by adam as vera about sales-order/4711: RECORD_NOT_AVAILABLE",
                        "rehearsal by adam as anna about sales-order: 3 values would be sent",
                        "rehearsal by adam as vera about sales-order: RECORD_NOT_AVAILABLE");
    }
}
