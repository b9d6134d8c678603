package erp.assistant.impl.mapping;

import static erp.assistant.impl.mapping.Erp.asker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.record.Asker;
import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Importance;
import erp.assistant.record.QuickAction;
import erp.assistant.record.RecordRef;
import erp.assistant.record.Rows;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Value;
import erp.assistant.record.Withheld;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappedSourceTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    private final Erp erp = Erp.filled();
    private final MappedSource orders = erp.source(Erp.ORDERS);

    private BusinessRecord order(Asker asker) {
        return orders.find("4711", asker).orElseThrow();
    }

    private static Field field(BusinessRecord record, String id) {
        return record.fields().stream()
                .filter(field -> field.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Value> values(List<Field> fields) {
        return fields.stream().collect(Collectors.toMap(Field::id, Field::value));
    }

    @Test
    void eachColumnBecomesWhatItMeansToTheBusiness() {
        BusinessRecord order = order(asker("carl"));

        assertThat(order.ref()).isEqualTo(new RecordRef("order", "4711"));
        assertThat(order.label()).isEqualTo("Order 4711");
        assertThat(order.organisation()).isEqualTo("DE");
        assertThat(order.version()).isEqualTo("2026-11-18T08:30");
        assertThat(order.asOf()).isEqualTo(Erp.CLOCK.instant());
        assertThat(values(order.fields()))
                .containsEntry("number", new Value.Text("4711"))
                .containsEntry("customer", new Value.Text("Meyer & Söhne"))
                .containsEntry("orderedOn", new Value.Day(LocalDate.of(2026, 11, 2)))
                .containsEntry("changedAt", new Value.Moment(Instant.parse("2026-11-18T07:30:00Z")))
                .containsEntry("blocked", new Value.Flag(true))
                .containsEntry("total", new Value.Money(new BigDecimal("1234.50"), EUR))
                .containsEntry("discount", new Value.Percent(new BigDecimal("2.50")))
                .containsEntry("margin", new Value.Money(new BigDecimal("321.00"), EUR))
                .containsEntry("note", new Value.Text("call first"))
                .containsEntry("pieces", new Value.Quantity(new BigDecimal("97"), "pieces"));
    }

    @Test
    void importanceSensitivityAndLinkAreTheFiles() {
        BusinessRecord order = order(asker("carl"));

        assertThat(field(order, "number").importance()).isEqualTo(Importance.IDENTITY);
        assertThat(field(order, "pieces").importance()).isEqualTo(Importance.FACT);
        assertThat(field(order, "iban").sensitivity()).isEqualTo(Sensitivity.SECRET);
        assertThat(field(order, "margin").sensitivity()).isEqualTo(Sensitivity.CONFIDENTIAL);
        assertThat(field(order, "customer").link()).contains(new RecordRef("customer", "7"));
    }

    @Test
    void aColumnThatTheFileDoesNotNameIsNotInTheRecord() {
        assertThat(values(order(asker("carl")).fields()))
                .doesNotContainKeys("currency", "customerId", "positions", "id", "company");
    }

    @Test
    void rowsAreCappedInTheirOrderAndTheTotalsAreOverAllOfThem() {
        Rows lines = order(asker("anna")).rows().get(0);

        assertThat(lines.rows()).extracting(Rows.Row::key).containsExactly("20", "30");
        assertThat(lines.total()).isEqualTo(3);
        assertThat(values(lines.rows().get(1).cells()))
                .containsEntry("quantity", new Value.Quantity(new BigDecimal("12"), "l"))
                .containsEntry("price", new Value.Money(new BigDecimal("9.90"), EUR));
        assertThat(values(lines.totals()))
                .containsEntry("quantity", new Value.Quantity(new BigDecimal("97"), ""))
                .containsEntry("dearest", new Value.Money(new BigDecimal("9.90"), EUR));
    }

    @Test
    void whoHasNotTheRoleGetsARecordInWhichTheFieldDoesNotExist() {
        BusinessRecord order = order(asker("anna"));

        assertThat(values(order.fields())).doesNotContainKey("margin").containsKey("total");
        assertThat(order.rows()).extracting(Rows::id).containsExactly("lines");
        assertThat(values(order.rows().get(0).rows().get(0).cells())).doesNotContainKey("cost");
        assertThat(values(order.rows().get(0).totals())).doesNotContainKey("cost");
        assertThat(order.toString()).doesNotContain("321.00");
    }

    @Test
    void aRoleOfTheContainerCountsAsOneOfTheErp() {
        assertThat(values(order(asker("anna", "controller")).fields())).containsKey("margin");
    }

    @Test
    void anAdminIsToldWhatTheRolesHide() {
        assertThat(orders.withheld(asker("anna")))
                .containsExactly(
                        new Withheld("margin", "Margin", "needs the role controller"),
                        new Withheld("lines.cost", "Cost", "needs the role controller"),
                        new Withheld("lines.cost", "Cost", "needs the role controller"),
                        new Withheld("postings", "Postings", "needs the role controller"));
        assertThat(orders.withheld(asker("carl"))).isEmpty();
    }

    @Test
    void labelsUnitsAndQuestionsAreInTheLanguageOfTheAsker() {
        BusinessRecord order = orders.find("4711", new Asker("anna", role -> false, Locale.GERMANY))
                .orElseThrow();

        assertThat(order.label()).isEqualTo("Auftrag 4711");
        assertThat(order.fields().get(0).label()).isEqualTo("Auftrag");
        assertThat(values(order.fields())).containsEntry("pieces", new Value.Quantity(new BigDecimal("97"), "Stück"));
        assertThat(order.actions()).extracting(QuickAction::question).contains("Fasse zusammen.");
    }

    @Test
    void aQuestionThatDoesNotSuitTheRecordIsNotOffered() {
        assertThat(order(asker("anna")).actions())
                .extracting(QuickAction::id)
                .containsExactly("summary", "why-blocked");
        assertThat(orders.find("4712", asker("carl")).orElseThrow().actions())
                .extracting(QuickAction::id)
                .containsExactly("summary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4712", "9999", "4711' OR '1'='1", "4711) OR (1=1", "%", ":id", "47\u001a11"})
    void aForbiddenRecordOneThatDoesNotExistAndAnAttackAreNothing(String id) {
        assertThat(orders.find(id, asker("anna"))).isEmpty();
    }

    @Test
    void whoIsUnknownToTheErpSeesNothing() {
        assertThat(orders.find("4711", asker("nobody", "controller"))).isEmpty();
    }

    @Test
    void anIdentifierThatNamesSeveralRecordsNamesNone() {
        assertThat(orders.find("4700", asker("anna"))).isPresent();
        assertThatThrownBy(() -> orders.find("4700", asker("carl")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("order.json: the query finds more than one record for one id");
    }

    @Test
    void rolesOfTheFileKeepOthersFromTheWholeType() {
        MappedSource forControllers = erp.source(Erp.ORDERS.replace(
                "\"type\": \"order\",", "\"type\": \"order\", \"roles\": [\"controller\", \"auditor\"],"));

        assertThat(forControllers.find("4711", asker("anna"))).isEmpty();
        assertThat(forControllers.find("4711", asker("anna", "auditor"))).isPresent();
        assertThat(forControllers.find("4711", asker("carl"))).isPresent();
    }

    @Test
    void aNumericIdentifierIsBoundAsANumber() {
        MappedSource byKey = erp.source(Erp.ORDERS
                .replace("o.number = :id", "o.id = :id")
                .replace("\"type\": \"order\",", "\"type\": \"order\", \"idType\": \"number\","));

        assertThat(byKey.find("1", asker("anna")).orElseThrow().label()).isEqualTo("Order 4711");
        assertThat(byKey.find("1 OR 1=1", asker("anna"))).isEmpty();
        assertThat(byKey.find("99999999999999999999", asker("anna"))).isEmpty();
    }

    @Test
    void aRecordWithoutVersionHasOneThatChangesWithWhatIsShown() {
        MappedSource plain = erp.source(Erp.ORDERS.replace("\"version\": \"changed_at\",", ""));
        String before = plain.find("4711", asker("anna")).orElseThrow().version();
        assertThat(plain.find("4711", asker("anna")).orElseThrow().version()).isEqualTo(before);

        erp.run("UPDATE line SET quantity = 81 WHERE id = 2");

        assertThat(plain.find("4711", asker("anna")).orElseThrow().version()).isNotEqualTo(before);
    }

    @Test
    void anAmountInAnUnknownCurrencyIsNoAmount() {
        erp.run("UPDATE orders SET currency = 'XQX' WHERE id = 1");

        assertThat(values(order(asker("anna")).fields())).containsEntry("total", new Value.Missing());
    }

    @Test
    void rowsWithoutAKeyOrWithTheSameOneCanStillBeCited() {
        erp.run("UPDATE line SET position = 10");
        assertThat(order(asker("anna")).rows().get(0).rows())
                .extracting(Rows.Row::key)
                .containsExactly("10", "10-2");

        assertThat(order(asker("carl")).rows().get(1).rows())
                .extracting(Rows.Row::key)
                .containsExactly("1", "2", "3");
    }

    @Test
    void aQuestionToADatabaseThatFailsTellsNothingOfTheRecord() {
        erp.run("DROP TABLE line");

        assertThatThrownBy(() -> order(asker("anna")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the data source failed");
    }

    @Test
    void whateverAFunctionOfTheDatabaseWritesIsRolledBack() {
        erp.run("CREATE TABLE seen (login VARCHAR(20))");
        erp.run("CREATE ALIAS watch FOR 'erp.assistant.impl.mapping.Watch.write'");
        MappedSource watched =
                erp.source(Erp.ORDERS.replace("SELECT role FROM staff", "SELECT watch(login) || role FROM staff"));

        assertThat(watched.find("4711", asker("anna"))).isPresent();

        assertThat(Watch.seen()).isPositive();
        MappedSource count =
                erp.source(Erp.ORDERS.replace("SUM(quantity)", "SUM(quantity) + 1000 * (SELECT COUNT(*) FROM seen)"));
        assertThat(values(count.find("4711", asker("anna")).orElseThrow().fields()))
                .containsEntry("pieces", new Value.Quantity(new BigDecimal("97"), "pieces"));
    }
}
