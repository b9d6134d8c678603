package erp.assistant.impl.prompt;

import erp.assistant.Question;
import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Importance;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Value;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Sales order 4711 and the people who ask about it. */
final class Orders {

    static final RecordRef REF = new RecordRef("sales-order", "4711");
    static final Instant READ_AT = Instant.parse("2026-05-04T22:30:00Z");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-05T09:00:00Z"), ZoneOffset.UTC);
    static final Currency EUR = Currency.getInstance("EUR");

    private Orders() {}

    static BusinessRecord.Builder order() {
        return BusinessRecord.of(REF, "Sales order 4711")
                .version("7", READ_AT)
                .organisation("DE01")
                .identity("customer", "Customer", "Meyer & Söhne")
                .identity("status", "Status", "Blocked")
                .fact("daysOverdue", "Days overdue", new Value.Quantity(new BigDecimal("3"), "days"))
                .money("netValue", "Net value", new BigDecimal("12400"), EUR)
                .date("promisedDate", "Promised", LocalDate.of(2026, 5, 2))
                .text("note", "Note", "Call before delivery")
                .field(Field.of("margin", "Margin", new Value.Percent(new BigDecimal("31.5")))
                        .as(Sensitivity.SECRET))
                .field(Field.of("createdBy", "Created by", new Value.Text("carl"))
                        .as(Importance.DETAIL));
    }

    static BusinessRecord withNote(String note) {
        return BusinessRecord.of(REF, "Sales order 4711")
                .version("7", READ_AT)
                .identity("status", "Status", "Blocked")
                .text("note", "Note", note)
                .build();
    }

    /** Lines 10, 20, 30 ... of which the record has more than it lists. */
    static Rows lines(int listed, int total) {
        List<Rows.Row> rows = new ArrayList<>();
        for (int line = 1; line <= listed; line++) {
            rows.add(new Rows.Row(
                    Integer.toString(line * 10),
                    List.of(
                            Field.of("item", "Item", new Value.Text("Pump P-" + (100 + line))),
                            Field.of(
                                    "openQuantity",
                                    "Open quantity",
                                    new Value.Quantity(BigDecimal.valueOf(line), "pcs")))));
        }
        Field open = Field.of("openQuantity", "Open quantity", new Value.Quantity(new BigDecimal("210.000"), "pcs"));
        return new Rows("lines", "Lines", rows, total, List.of(open));
    }

    static Asker anna(Locale language) {
        return new Asker("anna", role -> true, language);
    }

    static Question question(String text) {
        return new Question(anna(Locale.ENGLISH), text, REF, "");
    }

    static PromptWriter writer(int maxPromptTokens) {
        return new PromptWriter(TestSettings.USUAL.withMaxPromptTokens(maxPromptTokens)::build, CLOCK);
    }

    static WrittenPrompt written(BusinessRecord record, String question) {
        return writer(4_000).write(question(question), record);
    }
}
