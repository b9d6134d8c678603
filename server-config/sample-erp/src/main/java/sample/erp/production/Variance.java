package sample.erp.production;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Function;

/**
 * Why a production order cost more or less than planned; the four parts add up to the difference. Positive is dearer.
 *
 * @param price of what the material cost more per piece
 * @param usage of more material than needed, at planned cost
 * @param efficiency of longer work, set-up not among it
 * @param lotSize of the set-up, which a smaller lot carries alone
 * @param scrapPieces how many more pieces than planned were lost
 * @param percent of what was planned, with one decimal; zero if nothing was
 */
public record Variance(
        BigDecimal planned,
        BigDecimal actual,
        BigDecimal price,
        BigDecimal usage,
        BigDecimal efficiency,
        BigDecimal lotSize,
        int scrapPieces,
        BigDecimal total,
        BigDecimal percent) {

    static Variance of(ProductionOrder order) {
        BigDecimal planned = material(order, line -> times(line.plannedCost(), line.needed()))
                .add(work(order, true, step -> step.plannedHours().multiply(step.hourRate())))
                .add(work(order, false, step -> step.plannedHours().multiply(step.hourRate())));
        BigDecimal price =
                material(order, line -> times(line.actualCost().subtract(line.plannedCost()), line.issued()));
        BigDecimal usage = material(order, line -> times(line.plannedCost(), line.issued() - line.needed()));
        BigDecimal efficiency = work(order, false, Variance::overrun);
        BigDecimal lotSize = work(order, true, Variance::overrun);
        BigDecimal total = price.add(usage).add(efficiency).add(lotSize);
        return new Variance(
                planned,
                planned.add(total),
                price,
                usage,
                efficiency,
                lotSize,
                order.scrapped() - order.plannedScrap(),
                total,
                planned.signum() == 0
                        ? BigDecimal.ZERO
                        : total.movePointRight(2).divide(planned, 1, RoundingMode.HALF_UP));
    }

    private static BigDecimal overrun(Operation step) {
        return step.actualHours().subtract(step.plannedHours()).multiply(step.hourRate());
    }

    private static BigDecimal times(BigDecimal cost, int quantity) {
        return cost.multiply(BigDecimal.valueOf(quantity));
    }

    private static BigDecimal material(ProductionOrder order, Function<Material, BigDecimal> amount) {
        return order.materials().stream()
                .map(amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal work(ProductionOrder order, boolean setUp, Function<Operation, BigDecimal> amount) {
        return order.operations().stream()
                .filter(step -> step.setUp() == setUp)
                .map(amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2, RoundingMode.HALF_UP);
    }
}
