package erp.assistant.web;

import erp.assistant.Cost;
import erp.assistant.report.Budgets;
import erp.assistant.report.Budgets.Budget;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Optional;

/** How the budgets stand, as JSON. */
final class BudgetsJson {

    private BudgetsJson() {}

    static String of(Budgets.Report report) {
        JsonArrayBuilder atLimit = WebJson.array();
        report.atLimit().forEach(atLimit::add);
        JsonArrayBuilder budgets = WebJson.array();
        report.budgets().forEach(budget -> budgets.add(budget(budget)));
        return WebJson.object()
                .add("month", report.month().toString())
                .add("resetDate", report.resetDate().toString())
                .add("enforcement", report.enforcement())
                .add("atLimit", atLimit)
                .add("budgets", budgets)
                .build()
                .toString();
    }

    private static JsonObjectBuilder budget(Budget budget) {
        JsonArrayBuilder warnings = WebJson.array();
        budget.warnings().forEach(warnings::add);
        return WebJson.object()
                .add("scope", budget.scope())
                .add("name", budget.name())
                .add("limit", cost(budget.limit()))
                .add("spent", cost(budget.spent()))
                .add("reserved", cost(budget.reserved()))
                .add("left", cost(budget.left()))
                .add("forecast", EventJson.cost(budget.forecast()))
                .add("warnings", warnings);
    }

    private static JsonValue cost(Cost cost) {
        return EventJson.cost(Optional.of(cost));
    }
}
