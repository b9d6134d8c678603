package erp.assistant.impl.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.Question;
import erp.assistant.chat.Attribution;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.ChatRequest.Sharing;
import erp.assistant.chat.ModelTier;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.privacy.Originals;
import erp.assistant.impl.prompt.Earlier;
import erp.assistant.impl.prompt.PromptWriter;
import erp.assistant.impl.prompt.TestSettings;
import erp.assistant.impl.prompt.View;
import erp.assistant.impl.prompt.WrittenPrompt;
import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Value;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The property: two askers with different rights to fields or rows, of different organisations, departments or languages, never share
 * an entry, in memory or in the database; two who differ in their names alone always do.
 */
class RightsApartTest {

    private static final int CASES = 10_000;
    private static final long SEED = 20_261_122;
    private static final RecordRef REF = new RecordRef("sales-order", "4711");
    private static final Instant NOW = Instant.parse("2026-05-05T09:00:00Z");
    private static final Settings SETTINGS = TestSettings.USUAL
            .withMaxPromptTokens(1_500)
            .withTargetTokens(300)
            .withConfidentialRoles(Set.of("finance"))
            .build();
    private static final List<String> LABELS =
            List.of("Status", "Margin", "Limit", "Promised", "Note", "Person", "Discount");
    private static final List<String> QUESTIONS =
            List.of("Why is it blocked?", "What is the margin?", "Und der Rabatt?");
    private static final List<Earlier> BEFORE = List.of(
            new Earlier("Who is it?", "Ask {personal-1}.", new Originals(Map.of("{personal-1}", "value of 5"))));

    private final Random random = new Random(SEED);
    private final PromptWriter prompts = new PromptWriter(() -> SETTINGS, Clock.fixed(NOW, ZoneOffset.UTC));
    private final Sealing sealing = new Sealing();

    /** All that parts one asker from another. */
    private record Rights(
            Set<Integer> fields, int rows, boolean finance, String organisation, String department, Locale language) {}

    private Rights rights() {
        Set<Integer> fields = new HashSet<>();
        for (int i = 0; i < LABELS.size(); i++) {
            if (random.nextInt(5) > 0) {
                fields.add(i);
            }
        }
        return new Rights(
                fields,
                random.nextInt(3),
                random.nextBoolean(),
                random.nextBoolean() ? "DE01" : "FR01",
                random.nextBoolean() ? "sales" : "logistics",
                random.nextBoolean() ? Locale.ENGLISH : Locale.GERMAN);
    }

    /** The same but for one thing, as neighbours in a company differ. */
    private Rights neighbour(Rights of) {
        Set<Integer> fields = new HashSet<>(of.fields());
        int field = random.nextInt(LABELS.size());
        if (!fields.remove(field)) {
            fields.add(field);
        }
        return switch (random.nextInt(6)) {
            case 0 -> new Rights(fields, of.rows(), of.finance(), of.organisation(), of.department(), of.language());
            case 1 ->
                new Rights(
                        of.fields(),
                        (of.rows() + 1) % 3,
                        of.finance(),
                        of.organisation(),
                        of.department(),
                        of.language());
            case 2 ->
                new Rights(of.fields(), of.rows(), !of.finance(), of.organisation(), of.department(), of.language());
            case 3 -> new Rights(of.fields(), of.rows(), of.finance(), "IT01", of.department(), of.language());
            case 4 -> new Rights(of.fields(), of.rows(), of.finance(), of.organisation(), "finance", of.language());
            default ->
                new Rights(of.fields(), of.rows(), of.finance(), of.organisation(), of.department(), Locale.FRENCH);
        };
    }

    private static BusinessRecord visible(Rights rights) {
        BusinessRecord.Builder record = BusinessRecord.of(REF, "Sales order 4711")
                .version("7", NOW)
                .organisation(rights.organisation())
                // So that the role for confidential fields always parts two askers.
                .field(Field.of("cost", "Cost", new Value.Text("17.50")).as(Sensitivity.CONFIDENTIAL));
        for (int i = 0; i < LABELS.size(); i++) {
            if (rights.fields().contains(i)) {
                record.field(Field.of("field" + i, LABELS.get(i), new Value.Text("value of " + i))
                        .as(i == 5 ? Sensitivity.PERSONAL : Sensitivity.PUBLIC));
            }
        }
        List<Rows.Row> rows = new ArrayList<>();
        for (int i = 0; i < rights.rows(); i++) {
            rows.add(new Rows.Row(
                    Integer.toString(10 * (i + 1)),
                    List.of(Field.of("open", "Open", new Value.Quantity(BigDecimal.valueOf(100 + i), "pcs")))));
        }
        return record.rows(new Rows("lines", "Lines", rows, rows.size(), List.of()))
                .build();
    }

    private CacheKey key(String name, Rights rights, String question, boolean followUp) {
        Asker asker = new Asker(name, role -> rights.finance() && role.equals("finance"), rights.language());
        BusinessRecord record = visible(rights);
        WrittenPrompt written =
                prompts.write(new Question(asker, question, REF, ""), record, followUp ? BEFORE : List.of());
        Attribution attribution = new Attribution(
                UUID.randomUUID(), name, rights.organisation(), REF.type(), REF.id(), "", rights.department());
        ChatRequest request = new ChatRequest(attribution, written.prompt(), ModelTier.SMALL, 700, NOW.plusSeconds(60))
                .with(new Sharing(View.of(record, asker, SETTINGS).fingerprint(), written.stable()));
        return CacheKey.of(request, SETTINGS);
    }

    @Test
    void twoAskersWithDifferentRightsNeverShareAnEntry() throws GeneralSecurityException {
        Map<CacheKey, Rights> owners = new HashMap<>();
        Map<CacheKey, String> questions = new HashMap<>();
        int same = 0;
        for (int i = 0; i < CASES; i++) {
            Rights annas = rights();
            Rights carls = random.nextInt(4) == 0 ? annas : random.nextBoolean() ? neighbour(annas) : rights();
            String question = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
            boolean followUp = random.nextInt(4) == 0;
            CacheKey forAnna = key("anna", annas, question, followUp);
            CacheKey forCarl = key("carl", carls, question, followUp);

            if (annas.equals(carls)) {
                same++;
                assertThat(forCarl)
                        .as("case %d: the name alone parts nobody", i)
                        .isEqualTo(forAnna);
            } else {
                assertThat(forCarl.sha256())
                        .as("case %d: %s and %s", i, annas, carls)
                        .isNotEqualTo(forAnna.sha256());
                assertThat(forCarl.id()).isNotEqualTo(forAnna.id());
            }
            // Not only the two of this case, but all before them.
            for (CacheKey key : List.of(forAnna, forCarl)) {
                Rights own = key.equals(forAnna) ? annas : carls;
                assertThat(owners.getOrDefault(key, own)).as("case %d", i).isEqualTo(own);
                assertThat(questions.getOrDefault(key, question + followUp)).isEqualTo(question + followUp);
                owners.put(key, own);
                questions.put(key, question + followUp);
            }
            if (i % 100 == 0 && !annas.equals(carls)) {
                String sealed = sealing.seal(forAnna, "What only Anna may know.");
                assertThat(sealing.open(forAnna, sealed)).isEqualTo("What only Anna may know.");
                assertThatThrownBy(() -> sealing.open(forCarl, sealed)).isInstanceOf(GeneralSecurityException.class);
            }
        }
        assertThat(same).as("the other half is tried too").isGreaterThan(CASES / 10);
        assertThat(owners.size()).isGreaterThan(CASES / 10);
    }
}
