package sample.erp.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sample.erp.rule.Decision;

/**
 * A payment run as somebody of accounting sees it. Of bank accounts it tells the last four characters and nothing else.
 *
 * @param discountTaken what is saved by paying early
 * @param discountLost what paying some days earlier would have saved
 */
public record PaymentRunSheet(
        String organisation,
        String currency,
        String number,
        String version,
        String statusCode,
        String status,
        LocalDate plannedOn,
        String createdBy,
        @Nullable String releasedBy,
        int payments,
        int suppliers,
        BigDecimal amount,
        BigDecimal discountTaken,
        BigDecimal discountLost,
        int blocked,
        BigDecimal blockedAmount,
        int duplicateCandidates,
        int changedAccounts,
        int early,
        int late,
        List<Decision> decisions,
        List<Item> items) {

    /**
     * One invoice.
     *
     * @param flag what to look at, or {@code null}
     * @param accountEnds the last four characters of the account it is paid to
     */
    public record Item(
            int position,
            String invoice,
            String invoiceReference,
            String supplier,
            String supplierReference,
            LocalDate dueOn,
            BigDecimal amount,
            BigDecimal discount,
            @Nullable String blockedBecause,
            @Nullable String flag,
            String accountEnds) {}
}
