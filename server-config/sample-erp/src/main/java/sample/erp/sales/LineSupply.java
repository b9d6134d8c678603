package sample.erp.sales;

import java.time.LocalDate;

/**
 * When a line can be shipped in full.
 *
 * @param availableNow how many of the open ones could leave today
 * @param earliestFull the first day on which all open ones could leave
 * @param source what that day rests on, in words
 */
public record LineSupply(int availableNow, LocalDate earliestFull, String source) {}
