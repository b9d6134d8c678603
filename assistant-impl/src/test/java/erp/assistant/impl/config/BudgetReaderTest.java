package erp.assistant.impl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import erp.assistant.report.EffectiveConfiguration.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetReaderTest {

    private static final long EURO = 1_000_000_000;

    private final Map<String, String> values = new HashMap<>();

    private Settings settings() {
        return SettingsReader.read(TestSettings.lookup(values, "server.xml"));
    }

    private BudgetLimits read() {
        return settings().budgets();
    }

    @Test
    void withoutConfigurationThereIsNoBudgetAndNoLimitForTheCompany() {
        assertThat(read().any()).isFalse();
        assertThat(read().hard()).isTrue();
        assertThat(read().unpricedAllowed()).isFalse();
        assertThat(read().atLimit()).containsExactly(BudgetStep.SMALL_MODEL, BudgetStep.CACHED, BudgetStep.OFFLINE);
        assertThat(settings().rates().perCompanyMinute()).isEmpty();
        values.put("assistant.rate.per-company-minute", "90");
        assertThat(settings().rates().perCompanyMinute()).isEqualTo(OptionalInt.of(90));
    }

    @Test
    void aBudgetIsAKeyWithItsNameAtTheEnd() {
        values.put("assistant.budget.monthly", "280.00");
        values.put("assistant.budget.organisation.DE", "200");
        values.put("assistant.budget.department.inside-sales", "90");
        values.put("assistant.budget.capability.sales-order.why-blocked", "30");
        values.put("assistant.budget.user.anna@example.test", "20");
        values.put("assistant.budget.per-user", "5");

        BudgetLimits limits = read();

        assertThat(limits.limit(BudgetScope.COMPANY, "")).contains(280 * EURO);
        assertThat(limits.limit(BudgetScope.ORGANISATION, "DE")).contains(200 * EURO);
        assertThat(limits.limit(BudgetScope.ORGANISATION, "CH")).isEmpty();
        assertThat(limits.limit(BudgetScope.DEPARTMENT, "inside-sales")).contains(90 * EURO);
        assertThat(limits.limit(BudgetScope.CAPABILITY, "sales-order.why-blocked"))
                .contains(30 * EURO);
        assertThat(limits.limit(BudgetScope.USER, "anna@example.test"))
                .as("by name")
                .contains(20 * EURO);
        assertThat(limits.limit(BudgetScope.USER, "carl")).as("all others").contains(5 * EURO);
    }

    /** MicroProfile Config lists a variable by its own name, and finds it under the key that it stands for. */
    @Test
    void inTheEnvironmentANameIsInSmallLettersWithDashes() {
        values.put("assistant.budget.department.inside-sales", "7");
        ConfigLookup environment = new ConfigLookup() {
            @Override
            public Found find(String key) {
                return new Found(values.get(key), "environment");
            }

            @Override
            public Iterable<String> names() {
                return List.of("ASSISTANT_BUDGET_DEPARTMENT_INSIDE_SALES", "ASSISTANT_BUDGET_MONTHLY", "PATH");
            }
        };

        assertThat(SettingsReader.read(environment).budgets().named(BudgetScope.DEPARTMENT))
                .containsExactly(entry("inside-sales", 7 * EURO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"assistant.budget.departmnt.sales", "assistant.budget.user.", "assistant.budget.total"})
    void aSlipInAKeyStopsTheStart(String key) {
        values.put(key, "5");

        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining(
                        key + " = '...' (from server.xml): must be a key of the admin manual, which this is not");
    }

    @ParameterizedTest
    @CsvSource({
        "assistant.budget.user.anna, five, an amount such as 280.00",
        "assistant.budget.department.sales, -1, an amount such as 280.00",
        "assistant.budget.enforcement, soft, hard or warn",
        "assistant.budget.unpriced, yes, refuse or allow",
        "assistant.rate.per-company-minute, 0, '1 to 1000000, or empty'",
        "assistant.budget.at-limit, 'offline, cached', 'some of small-model, cached, offline in this order, or refuse'",
        "assistant.budget.at-limit, 'cached, cached', 'some of small-model, cached, offline in this order, or refuse'"
    })
    void aWrongValueIsNamedWithWhatIsAllowed(String key, String value, String allowed) {
        values.put(key, value);

        assertThatThrownBy(this::read)
                .hasMessageContaining(key + " = '" + value + "' (from server.xml): must be " + allowed);
    }

    @Test
    void stepsAreAnyInTheirOrderOrNone() {
        values.put("assistant.budget.at-limit", "refuse");
        assertThat(read().atLimit()).isEmpty();
        values.put("assistant.budget.at-limit", "small-model,offline");
        assertThat(read().atLimit()).containsExactly(BudgetStep.SMALL_MODEL, BudgetStep.OFFLINE);
    }

    @Test
    void theBudgetsThatAreSetAreShownAmongTheConfiguration() {
        values.put("assistant.budget.department.sales", "90");
        values.put("assistant.budget.department.accounting", "40");
        ConfigLookup lookup = TestSettings.lookup(values, "server.xml");

        assertThat(EffectiveValues.of(lookup, SettingsReader.read(lookup)))
                .containsSubsequence(
                        new Entry("assistant.budget.department.accounting", "40", "server.xml"),
                        new Entry("assistant.budget.department.sales", "90", "server.xml"));
    }
}
