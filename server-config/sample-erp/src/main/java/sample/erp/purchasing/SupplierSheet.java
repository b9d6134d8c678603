package sample.erp.purchasing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A supplier as somebody of purchasing or accounting sees them; their bank account is nowhere in it. */
public record SupplierSheet(
        String organisation,
        String currency,
        String number,
        String version,
        String status,
        String name,
        String country,
        @Nullable String contactName,
        @Nullable String contactPhone,
        @Nullable String note,
        @Nullable Long bankChangedDaysAgo,
        Reliability reliability,
        List<Contract> contracts,
        List<Proof> certificates,
        List<Notice> notices,
        List<OpenOrder> openOrders) {

    /**
     * The last 12 months.
     *
     * @param onTimePercent of the received lines, by the confirmed day; {@code null} if nothing was received
     * @param partsPerMillion bad pieces per million received; {@code null} if nothing was received
     * @param priceDriftPercent of what was bought in both years, weighted by this year's quantities; {@code null} if nothing
     */
    public record Reliability(
            int receivedLines,
            int lateLines,
            @Nullable BigDecimal onTimePercent,
            @Nullable BigDecimal averageDaysLate,
            int receivedPieces,
            int badPieces,
            @Nullable Long partsPerMillion,
            @Nullable BigDecimal priceDriftPercent,
            int openLines,
            int overdueLines,
            int contractsEndingThisYear,
            int certificatesExpiringSoon) {}

    /** A contract; {@code cancelBy} is the last day on which it can be cancelled. */
    public record Contract(
            String number,
            String subject,
            LocalDate endsOn,
            LocalDate cancelBy,
            boolean endsThisYear,
            BigDecimal yearlyValue) {}

    /** A certificate; {@code daysLeft} is negative if it has expired. */
    public record Proof(String name, LocalDate expiresOn, long daysLeft) {}

    /** A quality notice. */
    public record Notice(LocalDate reportedOn, String item, int pieces, String text, boolean open) {}

    /** An order that is not received in full. */
    public record OpenOrder(
            String number,
            String reference,
            LocalDate orderedOn,
            int openLines,
            int overdueLines,
            BigDecimal openAmount) {}
}
