package erp.assistant.impl.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.chat.Fact;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Importance;
import erp.assistant.record.Rows;
import erp.assistant.record.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the record, the prompt keeps to its budget and tells of each value whether it was sent. */
class PromptBudgetTest {

    private static final int ROUNDS = 60;
    private static final String LETTERS = "aeinrst ÄÖéç漢<>\"\\[#]0123456789.-\n\u200B";

    private final Random random = new Random(20260505);

    private String text(int most) {
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(most), 0, LETTERS.length()).forEach(at -> text.append(LETTERS.charAt(at)));
        return text.toString();
    }

    private Value value() {
        return switch (random.nextInt(4)) {
            case 0 -> new Value.Text(text(900));
            case 1 -> new Value.Money(BigDecimal.valueOf(random.nextLong(), random.nextInt(6)), Orders.EUR);
            case 2 -> new Value.Quantity(BigDecimal.valueOf(random.nextInt(), 3), text(40));
            default -> new Value.Missing();
        };
    }

    private List<Field> fields(int count, Importance importance) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fields.add(Field.of(importance.name().toLowerCase(Locale.ROOT) + i, text(60), value())
                    .as(importance));
        }
        return fields;
    }

    private BusinessRecord record() {
        BusinessRecord.Builder builder =
                BusinessRecord.of(Orders.REF, "Order " + text(100)).version(text(20), Orders.READ_AT);
        for (Importance importance : Importance.values()) {
            fields(random.nextInt(importance == Importance.IDENTITY ? 4 : 15), importance)
                    .forEach(builder::field);
        }
        for (int group = random.nextInt(3); group > 0; group--) {
            List<Rows.Row> rows = new ArrayList<>();
            for (int row = random.nextInt(40); row > 0; row--) {
                rows.add(new Rows.Row(Integer.toString(row), fields(random.nextInt(5), Importance.NORMAL)));
            }
            builder.rows(new Rows(
                    "rows" + group, text(30), rows, rows.size() + random.nextInt(1_000), fields(2, Importance.FACT)));
        }
        return builder.build();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 1_500, 3_000, 8_000})
    void aPromptNeverExceedsTheBudgetAndAlwaysHasTheIdentity(int budget) {
        int written = 0;
        for (int round = 0; round < ROUNDS; round++) {
            BusinessRecord record = record();
            WrittenPrompt prompt;
            try {
                prompt = Orders.writer(budget).write(Orders.question("x" + text(200)), record);
            } catch (AssistantException refused) {
                assertThat(refused.problem().code()).isEqualTo(Problem.Code.TOO_LARGE);
                continue;
            }
            written++;
            int tokens = TokenEstimate.of(prompt.prompt().system())
                    + TokenEstimate.of(prompt.prompt().user());
            assertThat(tokens)
                    .isLessThanOrEqualTo(prompt.prompt().estimatedTokens())
                    .isLessThanOrEqualTo(budget);
            assertThat(prompt.prompt().estimatedTokens()).isLessThanOrEqualTo(budget);
            List<String> sent = prompt.prompt().facts().stream().map(Fact::id).toList();
            assertThat(sent).doesNotHaveDuplicates();
            for (Field field : record.fields()) {
                if (field.importance() == Importance.IDENTITY) {
                    assertThat(sent).contains(field.id());
                } else {
                    assertThat(sent.contains(field.id())
                                    || prompt.leftOut().stream()
                                            .anyMatch(left -> left.id().equals(field.id())))
                            .as("%s is sent or said to be left out", field.id())
                            .isTrue();
                }
            }
        }
        assertThat(written).as("not all records are refused").isGreaterThan(ROUNDS / 10);
    }
}
