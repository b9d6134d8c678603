package erp.assistant.impl.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.AssistantException;
import erp.assistant.evaluation.EvaluationCase;
import erp.assistant.evaluation.EvaluationSet;
import erp.assistant.evaluation.Expectation;
import erp.assistant.impl.ledger.TestDatabase;
import erp.assistant.report.EvaluationCases.Basis;
import erp.assistant.report.EvaluationCases.Entry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class CaseBookTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    private final DataSource dataSource;
    private final List<EvaluationSet> sets = new ArrayList<>();
    private final CaseBook book;

    CaseBookTest(TestDatabase kind) {
        dataSource = kind.migrated();
        book = new CaseBook(dataSource, () -> sets, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static EvaluationCase draft() {
        return new EvaluationCase(
                "new",
                "Sperre von 4711",
                Map.of("de", "Warum ist er gesperrt?\nUnd seit wann?"),
                Cases.ORDER,
                "anna",
                Set.of("sales", "assistant-user"),
                List.of(new Expectation.FieldValue("overLimitBy"), new Expectation.Said("5.600,00 EUR; 'oder' mehr")),
                List.of(new Expectation.Said("DE89 3704")),
                true);
    }

    private UUID answered() {
        UUID call = UUID.randomUUID();
        new EvaluationSql(dataSource).update("""
                        INSERT INTO answer (call_id, asked_at, asker, organisation, record_type, record_id, action_id, template, state,
                          lease_until, model)
                        VALUES (?, ?, 'anna', 'DE', 'sales-order', '4711', 'why-blocked', 'answer/2', 'settled', ?, 'model-1')""", call, NOW, NOW);
        return call;
    }

    @Test
    void aStoredCaseComesBackWhole() {
        Entry stored = book.store(draft(), Optional.empty(), "adam");

        assertThat(book.cases()).containsExactly(stored);
        assertThat(stored.set()).isEqualTo("stored");
        assertThat(stored.content()).isEqualTo(draft().with(stored.id()));
        assertThat(stored.stored().orElseThrow().at()).isEqualTo(NOW);
        assertThat(stored.stored().orElseThrow().by()).isEqualTo("adam");
    }

    @Test
    void aCaseOfABadAnswerKnowsWhatWasInUse() {
        UUID call = answered();

        Entry stored = book.store(draft(), Optional.of(call.toString()), "adam");

        Basis basis = new Basis("anna", "sales-order", "4711", "why-blocked", "answer/2", "model-1");
        assertThat(book.basis(call.toString())).contains(basis);
        assertThat(book.cases()).containsExactly(stored);
        assertThat(stored.stored().orElseThrow().basis()).contains(basis);
        assertThat(stored.stored().orElseThrow().answer()).contains(call.toString());
    }

    @Test
    void anAnswerThatTheLedgerDoesNotHaveMakesNoCase() {
        assertThatThrownBy(
                        () -> book.store(draft(), Optional.of(UUID.randomUUID().toString()), "adam"))
                .isInstanceOf(AssistantException.class)
                .hasMessageContaining("no such answer");
        assertThatThrownBy(() -> book.store(draft(), Optional.of("' OR 1=1 --"), "adam"))
                .isInstanceOf(AssistantException.class);
        assertThat(book.cases()).isEmpty();
    }

    @Test
    void aStoredCaseOutlivesTheAnswerThatItWasMadeFrom() {
        UUID call = answered();
        Entry stored = book.store(draft(), Optional.of(call.toString()), "adam");

        new EvaluationSql(dataSource).update("DELETE FROM answer WHERE call_id = ?", call);

        assertThat(book.cases()).containsExactly(stored);
    }

    @Test
    void shippedCasesComeAfterTheStoredOnesSetBySet() {
        sets.add(Cases.set("z-erp", Cases.late("1")));
        sets.add(Cases.set("a-erp", Cases.late("2"), Cases.late("1")));
        Entry stored = book.store(draft(), Optional.empty(), "adam");

        assertThat(book.cases()).extracting(Entry::id).containsExactly(stored.id(), "a-erp:2", "a-erp:1", "z-erp:1");
        assertThat(book.delete("a-erp:1")).isFalse();
    }

    @Test
    void aSetThatFailsHidesNoOther() {
        sets.add(new EvaluationSet() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public List<EvaluationCase> cases() {
                throw new IllegalStateException("no file");
            }
        });
        sets.add(Cases.set("stored", Cases.late("9")));
        sets.add(Cases.set("erp", Cases.late("1")));

        assertThat(book.cases()).extracting(Entry::id).containsExactly("erp:1");
    }

    @Test
    void aStoredCaseIsDeletedOnce() {
        Entry stored = book.store(draft(), Optional.empty(), "adam");

        assertThat(book.delete(stored.id())).isTrue();
        assertThat(book.delete(stored.id())).isFalse();
        assertThat(book.delete("no id")).isFalse();
        assertThat(book.cases()).isEmpty();
    }
}
