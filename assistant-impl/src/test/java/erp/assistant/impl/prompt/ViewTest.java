package erp.assistant.impl.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.impl.config.Settings;
import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Value;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ViewTest {

    private static final Instant NOW = Instant.parse("2026-05-05T09:00:00Z");
    private static final Settings SETTINGS = TestSettings.USUAL.build();
    private static final Asker ANNA = new Asker("anna", role -> false, Locale.ENGLISH);

    private static BusinessRecord.Builder order() {
        return BusinessRecord.of(new RecordRef("sales-order", "4711"), "Sales order 4711")
                .version("7", NOW)
                .organisation("DE01")
                .identity("status", "Status", "Blocked")
                .field(Field.of("contact", "Contact", new Value.Text("Eva Weber"))
                        .as(Sensitivity.PERSONAL))
                .rows(lines("12 pcs"));
    }

    private static Rows lines(String open) {
        return new Rows(
                "lines",
                "Lines",
                List.of(new Rows.Row("10", List.of(Field.of("open", "Open", new Value.Text(open))))),
                2,
                List.of(Field.of("sum", "Sum", new Value.Text("24 pcs"))));
    }

    private static View of(BusinessRecord.Builder record) {
        return View.of(record.build(), ANNA, SETTINGS);
    }

    @Test
    void theSameRecordReadAgainIsTheSameWhoeverReadsItAndWhenever() {
        BusinessRecord.Builder later = order().version("8", NOW.plusSeconds(60));

        assertThat(View.of(later.build(), new Asker("carl", role -> true, Locale.GERMAN), SETTINGS))
                .isEqualTo(of(order()));
    }

    @Test
    void eachValueLabelAndRightIsPartOfIt() {
        View usual = of(order());

        assertThat(of(order().text("note", "Note", null))).isNotEqualTo(usual);
        assertThat(of(order().organisation("FR01")).fingerprint()).isNotEqualTo(usual.fingerprint());
        assertThat(of(order().rows(new Rows("parts", "Parts", List.of(), 0, List.of())))
                        .fingerprint())
                .isNotEqualTo(usual.fingerprint());
        assertThat(View.of(
                                order().build(),
                                ANNA,
                                TestSettings.USUAL.withoutMasking().build())
                        .fingerprint())
                .isNotEqualTo(usual.fingerprint());
        BusinessRecord.Builder otherPerson = BusinessRecord.of(new RecordRef("sales-order", "4711"), "Sales order 4711")
                .version("7", NOW)
                .organisation("DE01")
                .identity("status", "Status", "Blocked")
                .field(Field.of("contact", "Contact", new Value.Text("Eva Meyer"))
                        .as(Sensitivity.PERSONAL))
                .rows(lines("12 pcs"));
        assertThat(of(otherPerson).fingerprint()).as("though it is never sent").isNotEqualTo(usual.fingerprint());
    }

    @Test
    void whatMayNotBeSentIsNoPartOfIt() {
        Field secret = Field.of("key", "Key", new Value.Text("x")).as(Sensitivity.SECRET);
        Field cost = Field.of("cost", "Cost", new Value.Text("17.50")).as(Sensitivity.CONFIDENTIAL);
        Settings finance =
                TestSettings.USUAL.withConfidentialRoles(Set.of("finance")).build();
        BusinessRecord record = order().field(secret).field(cost).build();
        Asker inFinance = new Asker("carl", role -> role.equals("finance"), Locale.ENGLISH);

        assertThat(View.of(record, ANNA, finance)).isEqualTo(of(order()));
        assertThat(View.of(record, inFinance, finance).ids())
                .containsExactlyInAnyOrder(
                        "status", "contact", "cost", "lines.sum", "lines.10.open", "lines.row-count");
    }
}
