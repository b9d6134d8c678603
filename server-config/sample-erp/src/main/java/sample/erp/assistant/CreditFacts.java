package sample.erp.assistant;

import erp.assistant.record.BusinessRecord;
import erp.assistant.record.Field;
import erp.assistant.record.Importance;
import erp.assistant.record.Sensitivity;
import erp.assistant.record.Value;
import sample.erp.customer.CreditView;

/** A customer's credit as facts of a record. */
final class CreditFacts {

    private CreditFacts() {}

    static void add(BusinessRecord.Builder record, CreditView credit, Values values) {
        record.field(fact("creditLimit", "Credit limit", values.money(credit.creditLimit())));
        record.field(fact("exposure", "Exposure (open invoices and open orders)", values.money(credit.exposure())));
        record.field(fact("overLimitBy", "Over the credit limit by", values.money(credit.overLimitBy())));
        record.field(fact("availableCredit", "Credit still available", values.money(credit.availableCredit())));
        record.field(fact("openInvoices", "Open invoices", values.money(credit.openInvoices())));
        record.field(fact("openOrders", "Open orders", values.money(credit.openOrders())));
        record.field(fact("overdueAmount", "Overdue", values.money(credit.overdueAmount())));
        record.field(
                fact("overdueInvoices", "Overdue invoices", Values.quantity(credit.overdueInvoices(), "invoices")));
        record.field(fact(
                "oldestOverdueDays",
                "Oldest invoice overdue for",
                Values.quantity(credit.oldestOverdueDays(), "days")));
        record.field(fact(
                "brokenRules",
                "Rules of credit control that are broken",
                Values.text(credit.brokenRules().isEmpty() ? "none" : String.join("; ", credit.brokenRules()))));
    }

    private static Field fact(String id, String label, Value value) {
        return Field.of(id, label, value).as(Importance.FACT).as(Sensitivity.CONFIDENTIAL);
    }
}
