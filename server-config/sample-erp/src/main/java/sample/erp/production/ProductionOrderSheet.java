package sample.erp.production;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sample.erp.rule.Decision;

/**
 * A production order as one person may see it. Who did the work is nowhere in it.
 *
 * @param variance {@code null} for whoever does not see production cost, and before the order is finished
 * @param plan {@code null} if the order is finished
 */
public record ProductionOrderSheet(
        String organisation,
        String currency,
        String number,
        String version,
        String statusCode,
        String status,
        String item,
        String description,
        String unit,
        int quantity,
        int produced,
        int scrapped,
        int lotSize,
        LocalDate plannedStart,
        LocalDate dueOn,
        @Nullable String salesOrder,
        @Nullable String salesOrderReference,
        @Nullable LocalDate customerPromise,
        @Nullable String note,
        @Nullable Plan plan,
        @Nullable Variance variance,
        List<Decision> decisions,
        List<Step> operations,
        List<Part> materials,
        List<Moved> moved) {

    /**
     * When it can be made.
     *
     * @param criticalShortage the material that comes last, in words; {@code null} if all of it is there
     * @param earliestStart when material and machine are there
     * @param remainingHours of all steps that are not done
     * @param thursday the next Thursday
     * @param endIfStartedThursday when it would end; not before material and machine are there
     * @param lateByDays after the customer's promise, or after the due date if no customer waits; 0 if in time
     */
    public record Plan(
            @Nullable String criticalShortage,
            LocalDate materialComplete,
            LocalDate machineFree,
            LocalDate earliestStart,
            BigDecimal remainingHours,
            LocalDate thursday,
            boolean thursdayPossible,
            LocalDate endIfStartedThursday,
            long lateByDays) {}

    /** One step; the cost is {@code null} for whoever does not see it. */
    public record Step(
            int position,
            String name,
            String workCentre,
            BigDecimal plannedHours,
            BigDecimal actualHours,
            boolean done,
            @Nullable LocalDate freeFrom,
            @Nullable BigDecimal variance) {}

    /** One material. */
    public record Part(
            int position,
            String item,
            String description,
            int needed,
            int issued,
            int onHand,
            int missing,
            @Nullable LocalDate expectedOn,
            @Nullable String source,
            @Nullable BigDecimal plannedCost,
            @Nullable BigDecimal actualCost) {}

    /** An order behind it on the same machine. */
    public record Moved(String number, String reference, LocalDate dueOn, LocalDate newEnd, long lateByDays) {}
}
