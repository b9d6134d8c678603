package erp.assistant.record.annotated;

import erp.assistant.record.Importance;
import erp.assistant.record.Sensitivity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entity as an ERP may have it: private fields, getters, a computed fact, a relation. */
@AssistantEntity(
        type = "supplier",
        label = "Supplier {number}",
        version = "version",
        organisation = "company",
        labels = "erp.assistant.record.annotated.Supplier",
        actions = @AssistantAction(id = "reliable", label = "Reliable?", question = "How reliable is this supplier?"))
class Supplier {

    enum Rating {
        GOOD,
        POOR
    }

    @AssistantField(label = "Supplier", importance = Importance.IDENTITY)
    private final String number;

    @AssistantField(label = "Rating")
    private final Rating rating = Rating.GOOD;

    @AssistantField(label = "IBAN", sensitivity = Sensitivity.SECRET)
    private final String iban = "DE02120300000000202051";

    @AssistantField(label = "Contact", sensitivity = Sensitivity.PERSONAL)
    private final @Nullable String contact = null;

    @AssistantField(
            label = "Turnover",
            currencyFrom = "currency",
            roles = "controller",
            sensitivity = Sensitivity.CONFIDENTIAL)
    private final BigDecimal turnover = new BigDecimal("12000.50");

    @AssistantField(label = "Minimum order", currency = "CHF")
    private final int minimumOrder = 50;

    @AssistantField(label = "On time", percent = true)
    private final double onTime = 97.5;

    @AssistantField(label = "Lead time", unit = "days")
    private final Integer leadTime = 12;

    @AssistantField(label = "Blocked")
    private final boolean blocked = false;

    @AssistantField(label = "Since")
    private final LocalDate since = LocalDate.of(2019, 4, 1);

    @AssistantField(label = "Changed")
    private final Instant changed = Instant.parse("2026-11-20T09:00:00Z");

    @AssistantField(label = "Main customer", link = "customer", linkId = "customerNumber")
    private final String customer = "Meyer";

    private final String customerNumber = "10017";
    private final String currency = "EUR";
    private final String company = "DE";
    private final int version = 3;
    private final String internalRemark = "never told to anybody";
    private final List<Order> orders;

    Supplier(String number, List<Order> orders) {
        this.number = number;
        this.orders = orders;
    }

    @AssistantRows(
            label = "Orders",
            order = "amount",
            cap = 2,
            key = "number",
            sums = {"amount", "weight"})
    public List<Order> getOrders() {
        return orders;
    }

    /** A fact that the ERP computes. */
    @AssistantField(label = "Open orders", importance = Importance.FACT, unit = "orders")
    public int openOrders() {
        return orders.size();
    }

    @AssistantField(label = "Next delivery")
    public Optional<LocalDate> nextDelivery() {
        return Optional.of(LocalDate.of(2026, 12, 1));
    }

    public String getRemark() {
        return internalRemark;
    }

    /** A row; annotations of a record's components count. */
    record Order(
            String number,

            @AssistantField(label = "Amount", currency = "EUR")
            BigDecimal amount,

            @AssistantField(label = "Weight", unit = "kg") @Nullable
            BigDecimal weight,

            @AssistantField(label = "Cost", currency = "EUR", roles = "controller")
            BigDecimal cost,

            String buyer) {}
}
