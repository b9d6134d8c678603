package erp.assistant.record.annotated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Importance;
import erp.assistant.record.RecordRef;
import erp.assistant.record.RecordRehearsal;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Value;
import erp.assistant.record.Withheld;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnnotatedSourceTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Supplier SUPPLIER = new Supplier(
            "70001", List.of(order("PO-1", "10.00", "1"), order("PO-2", "300.00", null), order("PO-2", "20.00", "4")));

    /** As an ERP developer writes it: one method. */
    private static final class Suppliers extends AnnotatedSource<Supplier> {
        Suppliers() {
            super(Supplier.class, Clock.fixed(NOW, ZoneOffset.UTC));
        }

        @Override
        protected Optional<Supplier> read(String id, Asker asker) {
            return id.equals("70001") && !asker.name().equals("vera") ? Optional.of(SUPPLIER) : Optional.empty();
        }
    }

    private final Suppliers suppliers = new Suppliers();

    private static Supplier.Order order(String number, String amount, @Nullable String weight) {
        return new Supplier.Order(
                number,
                new BigDecimal(amount),
                weight == null ? null : new BigDecimal(weight),
                BigDecimal.ONE,
                "B. Buyer");
    }

    private BusinessRecord supplier(Locale language, String... roles) {
        return suppliers
                .find("70001", new Asker("anna", List.of(roles)::contains, language))
                .orElseThrow();
    }

    private static Map<String, Value> values(List<Field> fields) {
        return fields.stream().collect(Collectors.toMap(Field::id, Field::value));
    }

    @Test
    void theTypeOfAMemberSaysWhatItIs() {
        BusinessRecord supplier = supplier(Locale.ENGLISH, "controller");

        assertThat(supplier.ref()).isEqualTo(new RecordRef("supplier", "70001"));
        assertThat(supplier.label()).isEqualTo("Supplier 70001");
        assertThat(supplier.version()).isEqualTo("3");
        assertThat(supplier.organisation()).isEqualTo("DE");
        assertThat(supplier.asOf()).isEqualTo(NOW);
        assertThat(values(supplier.fields()))
                .containsEntry("number", new Value.Text("70001"))
                .containsEntry("rating", new Value.Text("GOOD"))
                .containsEntry("contact", new Value.Missing())
                .containsEntry("turnover", money("12000.50", "EUR"))
                .containsEntry("minimumOrder", money("50", "CHF"))
                .containsEntry("onTime", new Value.Percent(new BigDecimal("97.5")))
                .containsEntry("leadTime", new Value.Quantity(new BigDecimal("12"), "days"))
                .containsEntry("blocked", new Value.Flag(false))
                .containsEntry("since", new Value.Day(LocalDate.of(2019, 4, 1)))
                .containsEntry("changed", new Value.Moment(Instant.parse("2026-11-20T09:00:00Z")))
                .containsEntry("openOrders", new Value.Quantity(new BigDecimal("3"), "orders"))
                .containsEntry("nextDelivery", new Value.Day(LocalDate.of(2026, 12, 1)));
    }

    private static Field field(BusinessRecord record, String id) {
        return record.fields().stream()
                .filter(field -> field.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Value money(String amount, String currency) {
        return new Value.Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    @Test
    void whatIsNotAnnotatedIsNotInTheRecord() {
        BusinessRecord supplier = supplier(Locale.ENGLISH, "controller");

        assertThat(supplier.toString()).doesNotContain("never told", "B. Buyer");
        assertThat(values(supplier.fields()))
                .containsOnlyKeys(
                        "number",
                        "rating",
                        "iban",
                        "contact",
                        "turnover",
                        "minimumOrder",
                        "onTime",
                        "leadTime",
                        "blocked",
                        "since",
                        "changed",
                        "customer",
                        "openOrders",
                        "nextDelivery");
    }

    @Test
    void importanceSensitivityAndLinkAreTheAnnotations() {
        BusinessRecord supplier = supplier(Locale.ENGLISH);

        assertThat(field(supplier, "number").importance()).isEqualTo(Importance.IDENTITY);
        assertThat(field(supplier, "iban").sensitivity()).isEqualTo(Sensitivity.SECRET);
        assertThat(field(supplier, "contact").sensitivity()).isEqualTo(Sensitivity.PERSONAL);
        assertThat(field(supplier, "customer").link()).contains(new RecordRef("customer", "10017"));
    }

    @Test
    void rowsAreOrderedAndCappedAndTheirSumsAreOverAll() {
        Rows orders = supplier(Locale.ENGLISH).rows().get(0);

        assertThat(orders.rows()).extracting(Rows.Row::key).containsExactly("PO-2", "PO-2-2");
        assertThat(orders.total()).isEqualTo(3);
        assertThat(values(orders.totals()))
                .containsEntry("amount", money("330.00", "EUR"))
                .containsEntry("weight", new Value.Quantity(new BigDecimal("5"), "kg"));
    }

    @Test
    void labelsAreInTheLanguageOfTheAskerAndElseTheAnnotations() {
        BusinessRecord german = supplier(Locale.GERMANY);

        assertThat(german.label()).isEqualTo("Lieferant 70001");
        assertThat(german.fields()).extracting(Field::label).contains("Bewertung", "Lead time");
        assertThat(german.rows().get(0).label()).isEqualTo("Bestellungen");
        assertThat(german.rows().get(0).rows().get(0).cells())
                .extracting(Field::label)
                .containsExactly("Betrag", "Weight");
        assertThat(supplier(Locale.FRENCH).label()).isEqualTo("Supplier 70001");
    }

    @Test
    void theRehearsalTellsAnErpDeveloperWhoSeesWhat() {
        RecordRehearsal rehearsal = RecordRehearsal.of(suppliers);

        rehearsal
                .as("carl", "controller")
                .reads("70001")
                .shows("number", "turnover", "orders", "orders.amount", "orders.cost")
                .hides("iban", "internalRemark");
        RecordRehearsal.Seen anna = rehearsal.as("anna").reads("70001").hides("turnover", "orders.cost");
        assertThat(anna.withheld())
                .containsExactly(
                        new Withheld("turnover", "Turnover", "needs the role controller"),
                        new Withheld("orders.cost", "Cost", "needs the role controller"));
        rehearsal.as("vera").reads("70001").isNotAvailable();
        rehearsal.as("anna").reads("9").isNotAvailable();
    }

    @Test
    void aRehearsalThatGoesWrongSaysHow() {
        RecordRehearsal.Seen anna = RecordRehearsal.of(suppliers).as("anna").reads("70001");
        RecordRehearsal.Seen vera = RecordRehearsal.of(suppliers).as("vera").reads("70001");

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> anna.shows("turnover")))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("anna, who reads 70001, is not shown turnover, but [number,");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> anna.hides("number")))
                .hasMessage("anna, who reads 70001, is shown number");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(anna::isNotAvailable))
                .hasMessageStartingWith("anna, who reads 70001, is shown the record");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> vera.hides("number")))
                .as("what nobody reads hides nothing")
                .hasMessage("vera, who reads 70001, has no record in which to hide anything");
    }

    @AssistantEntity(type = "a", label = "A")
    private record Confidential(
            @AssistantField(label = "Pay", sensitivity = Sensitivity.CONFIDENTIAL)
            String pay) {}

    @AssistantEntity(type = "a", label = "A {secret}")
    private record ToldInLabel(
            @AssistantField(label = "S", sensitivity = Sensitivity.SECRET)
            String secret) {}

    @AssistantEntity(type = "a", label = "A")
    private record NoCurrency(
            @AssistantField(label = "S", currency = "XQX") BigDecimal amount) {}

    @AssistantEntity(type = "a", label = "A")
    private record NoField(String name) {}

    @AssistantEntity(type = "a", label = "A")
    private record NoRows(
            @AssistantField(label = "S") String name,
            @AssistantRows(label = "R", order = "x") List<String> rows) {}

    private record NoEntity(@AssistantField(label = "S") String name) {}

    @Test
    void annotationsThatContradictEachOtherAreRefusedAtTheStart() {
        assertRefused(Confidential.class, "Confidential.pay is confidential: roles must say to whom it is shown");
        assertRefused(ToldInLabel.class, "{secret} in the label must be a public field that needs no role");
        assertRefused(NoCurrency.class, "NoCurrency.amount has the currency 'XQX', which is no ISO 4217 code");
        assertRefused(NoField.class, "NoField has no member with AssistantField");
        assertRefused(NoRows.class, "java.lang.String has no member with AssistantField");
        assertRefused(NoEntity.class, "NoEntity needs AssistantEntity with a type and a label");
    }

    private static void assertRefused(Class<?> type, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntityShape.of(type))
                .withMessageContaining(message);
    }
}
