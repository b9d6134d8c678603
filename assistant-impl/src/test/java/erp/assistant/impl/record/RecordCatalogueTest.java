package erp.assistant.impl.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.impl.Logged;
import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.RecordRef;
import erp.assistant.record.RecordSource;
import erp.assistant.record.RecordSourceSet;
import erp.assistant.record.RecordSources;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RecordCatalogueTest {

    private static final RecordRef ORDER = new RecordRef("sales-order", "4711");
    private static final Asker ANNA = new Asker("anna", role -> true, Locale.ENGLISH);
    private static final BusinessRecord RECORD =
            BusinessRecord.of(ORDER, "Sales order 4711").build();

    @RegisterExtension
    final Logged log = Logged.by(RecordCatalogue.class.getName());

    private record Source(String type, Function<String, Optional<BusinessRecord>> read) implements RecordSource {
        @Override
        public Optional<BusinessRecord> find(String id, Asker asker) {
            return read.apply(id);
        }
    }

    private static RecordCatalogue catalogue(RecordSource... sources) {
        return new RecordCatalogue(List.of(sources), List::of);
    }

    private static RecordSource orders(Function<String, Optional<BusinessRecord>> read) {
        return new Source("sales-order", read);
    }

    private static Problem problem(RecordCatalogue catalogue, RecordRef ref) {
        return catchThrowableOfType(AssistantException.class, () -> catalogue.load(ref, ANNA))
                .problem();
    }

    @Test
    void theSourceSaysAPersonsDepartmentAndAFaultInItIsNone() {
        RecordSource knowing = new RecordSource() {
            @Override
            public String type() {
                return "sales-order";
            }

            @Override
            public Optional<BusinessRecord> find(String id, Asker asker) {
                return Optional.empty();
            }

            @Override
            public String department(Asker asker) {
                if (asker.name().equals("anna")) {
                    return "sales";
                }
                throw new IllegalStateException("nobody knows");
            }
        };

        assertThat(catalogue(knowing).department(ORDER, ANNA)).isEqualTo("sales");
        assertThat(catalogue(knowing).department(ORDER, new Asker("carl", role -> true, Locale.ENGLISH)))
                .isEmpty();
        assertThat(catalogue(orders(id -> Optional.of(RECORD))).department(ORDER, ANNA))
                .as("a source that knows none")
                .isEmpty();
    }

    @Test
    void aBeanOfTheTypeReadsTheRecord() {
        RecordCatalogue catalogue =
                catalogue(new Source("invoice", id -> Optional.empty()), orders(id -> Optional.of(RECORD)));

        assertThat(catalogue.load(ORDER, ANNA)).isEqualTo(RECORD);
    }

    @Test
    void anotherApplicationsRegistrationReadsTheRecordUntilItIsClosed() {
        RecordCatalogue catalogue = new RecordCatalogue(List.of(), RecordSources::registered);

        try (RecordSources.Registration registration = RecordSources.register(orders(id -> Optional.of(RECORD)))) {
            assertThat(registration).isNotNull();
            assertThat(catalogue.load(ORDER, ANNA)).isEqualTo(RECORD);
        }
        assertThat(problem(catalogue, ORDER).code()).isEqualTo(Problem.Code.RECORD_NOT_AVAILABLE);
    }

    @Test
    void unknownTypeMissingForbiddenAndFailingLookTheSameToTheAsker() {
        Problem unknownType = problem(catalogue(), ORDER);
        Problem missingOrForbidden = problem(catalogue(orders(id -> Optional.empty())), ORDER);
        Problem failing = problem(
                catalogue(orders(id -> {
                    throw new IllegalStateException("table SALES_ORDER is locked");
                })),
                ORDER);

        assertThat(unknownType)
                .isEqualTo(missingOrForbidden)
                .isEqualTo(failing)
                .isEqualTo(Problem.of(
                        Problem.Code.RECORD_NOT_AVAILABLE,
                        "This record does not exist, or you are not allowed to see it."));
    }

    @Test
    void aSourceThatCannotSayItsTypeIsLeftOutAndToldOnce() {
        RecordSource broken = new RecordSource() {
            @Override
            public String type() {
                throw new NoClassDefFoundError("com/example/Meyer");
            }

            @Override
            public Optional<BusinessRecord> find(String id, Asker asker) {
                return Optional.empty();
            }
        };
        RecordCatalogue catalogue = catalogue(broken, orders(id -> Optional.of(RECORD)));

        assertThat(catalogue.load(ORDER, ANNA)).isEqualTo(RECORD);
        assertThat(catalogue.load(ORDER, ANNA)).isEqualTo(RECORD);
        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith(broken.getClass().getName() + " could not say its record type and is left out:")
                .doesNotContain("Meyer");
    }

    @Test
    void theLogOfAFailingSourceHasItsClassesAndPlacesButNoMessages() {
        String trail = Trail.of(
                new IllegalStateException("order of Meyer", new IllegalArgumentException("IBAN DE02 1203 0000")));

        assertThat(trail)
                .contains("java.lang.IllegalStateException at ", "caused by java.lang.IllegalArgumentException at ")
                .doesNotContain("Meyer", "IBAN");
    }

    @Test
    void aRecordOfAnotherTypeThanAskedForIsNotUsed() {
        BusinessRecord payslip =
                BusinessRecord.of(new RecordRef("payslip", "4711"), "Payslip").build();

        assertThat(problem(catalogue(orders(id -> Optional.of(payslip))), ORDER).code())
                .isEqualTo(Problem.Code.RECORD_NOT_AVAILABLE);
    }

    @Test
    void twoSourcesOfOneTypeAreNamed() {
        RecordCatalogue catalogue = new RecordCatalogue(
                List.of(orders(id -> Optional.of(RECORD))), () -> List.of(orders(id -> Optional.of(RECORD))));

        assertThatThrownBy(() -> catalogue.load(ORDER, ANNA))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("record type sales-order has 2 sources")
                .hasMessageContaining("RecordCatalogueTest$Source")
                .hasMessageEndingWith("remove all but one of the connectors or registrations");
    }

    @Test
    void sourcesOfASetComeAndGo() {
        List<RecordSource> now = new ArrayList<>();
        RecordSourceSet set = () -> List.copyOf(now);
        RecordCatalogue catalogue = new RecordCatalogue(List.of(), RecordCatalogue.changing(List.of(set)));

        assertThat(problem(catalogue, ORDER).code()).isEqualTo(Problem.Code.RECORD_NOT_AVAILABLE);
        now.add(orders(id -> Optional.of(RECORD)));
        assertThat(catalogue.load(ORDER, ANNA)).isEqualTo(RECORD);
        now.clear();
        assertThat(problem(catalogue, ORDER).code()).isEqualTo(Problem.Code.RECORD_NOT_AVAILABLE);
    }

    @Test
    void aTypeWithoutSourceWithholdsNothing() {
        assertThat(catalogue().withheld("sales-order", ANNA)).isEmpty();
    }

    @Test
    void theValuesOfSecretFieldsEndHere() {
        Field secret = Field.of("iban", "IBAN", new Value.Text("DE02120300000000202051"))
                .as(Sensitivity.SECRET);
        Field open = Field.of("status", "Status", new Value.Text("Open"));
        BusinessRecord record = BusinessRecord.of(ORDER, "Sales order 4711")
                .field(secret)
                .field(open)
                .rows(new Rows(
                        "lines", "Lines", List.of(new Rows.Row("10", List.of(secret, open))), 1, List.of(secret)))
                .build();

        BusinessRecord loaded = catalogue(orders(id -> Optional.of(record))).load(ORDER, ANNA);

        assertThat(loaded.toString()).doesNotContain("DE02120300000000202051").contains("Open");
        assertThat(loaded.fields()).extracting(Field::id).containsExactly("iban", "status");
        assertThat(loaded.fields().get(0).sensitivity()).isEqualTo(Sensitivity.SECRET);
    }
}
