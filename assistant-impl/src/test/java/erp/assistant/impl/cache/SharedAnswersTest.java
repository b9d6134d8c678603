package erp.assistant.impl.cache;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.Question;
import erp.assistant.chat.Attribution;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.Fact;
import erp.assistant.chat.ModelTier;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.prompt.PromptWriter;
import erp.assistant.impl.prompt.TestSettings;
import erp.assistant.impl.prompt.WrittenPrompt;
import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Value;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever may see less than another never gets an answer made of what only the other may see. */
class SharedAnswersTest {

    private static final RecordRef REF = new RecordRef("sales-order", "4711");
    private static final Instant NOW = Instant.parse("2026-05-05T09:00:00Z");
    private static final Settings SETTINGS =
            TestSettings.USUAL.withMaxPromptTokens(1_500).withTargetTokens(600).build();
    private static final List<String> LABELS = List.of(
            "Status",
            "Margin",
            "Credit limit",
            "Promised",
            "Net value",
            "Note",
            "Sales person",
            "Reason",
            "Stock",
            "Discount");
    private static final List<String> QUESTIONS = List.of(
            "Why is it blocked?", "What is the margin?", "Summarise", "Wann wird geliefert?", "Quelle remise ?");

    private final Random random = new Random(42);

    private BusinessRecord visible(Set<Integer> rights) {
        BusinessRecord.Builder record =
                BusinessRecord.of(REF, "Sales order 4711").version("7", NOW).organisation("DE");
        List<Field> cells = new ArrayList<>();
        for (int i = 0; i < LABELS.size(); i++) {
            if (rights.contains(i)) {
                record.field(Field.of("field" + i, LABELS.get(i), new Value.Text("secret of " + i))
                        .as(i == 6 ? Sensitivity.PERSONAL : Sensitivity.PUBLIC));
                cells.add(Field.of("cell" + i, LABELS.get(i), new Value.Quantity(BigDecimal.valueOf(100 + i), "pcs")));
            }
        }
        return record.rows(new Rows("lines", "Lines", List.of(new Rows.Row("10", cells)), 2, List.of()))
                .build();
    }

    private static WrittenPrompt written(String asker, BusinessRecord record, String question) {
        Asker person = new Asker(asker, role -> true, Locale.ENGLISH);
        return new PromptWriter(() -> SETTINGS, Clock.fixed(NOW, ZoneOffset.UTC))
                .write(new Question(person, question, REF, ""), record);
    }

    private static CacheKey key(String asker, WrittenPrompt written) {
        Attribution attribution = new Attribution(UUID.randomUUID(), asker, "DE", REF.type(), REF.id(), "");
        return CacheKey.of(
                new ChatRequest(attribution, written.prompt(), ModelTier.SMALL, 700, NOW.plusSeconds(60)), SETTINGS);
    }

    private Set<Integer> rights() {
        Set<Integer> rights = new HashSet<>();
        for (int i = 0; i < LABELS.size(); i++) {
            if (random.nextInt(4) > 0) {
                rights.add(i);
            }
        }
        return rights;
    }

    @Test
    void twoAskersShareAnAnswerOnlyIfEachMaySeeAllItWasMadeOf() {
        int shared = 0;
        int apart = 0;
        for (int round = 0; round < 2_000; round++) {
            Set<Integer> annas = rights();
            Set<Integer> carls = random.nextInt(5) == 0 ? annas : rights();
            String question = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
            WrittenPrompt forAnna = written("anna", visible(annas), question);
            WrittenPrompt forCarl = written("carl", visible(carls), question);

            if (key("anna", forAnna).equals(key("carl", forCarl))) {
                shared++;
                assertThat(forCarl.prompt().facts()).isEqualTo(forAnna.prompt().facts());
                for (Fact fact : forAnna.prompt().facts()) {
                    String number = fact.id().replaceAll(".*(?:field|cell)(\\d+)$", "$1");
                    assertThat(number.equals(fact.id()) || carls.contains(Integer.valueOf(number)))
                            .as("carl may see %s", fact.id())
                            .isTrue();
                }
            } else {
                apart++;
            }
        }
        assertThat(shared).as("the property is tried").isGreaterThan(100);
        assertThat(apart).isGreaterThan(100);
    }

    @Test
    void aCachedAnswerHoldsTokensAndNobodysName() {
        WrittenPrompt written = written("anna", visible(Set.of(0, 6)), "Who is the sales person?");

        assertThat(written.prompt().user()).contains("{personal-1}").doesNotContain("secret of 6");
    }
}
