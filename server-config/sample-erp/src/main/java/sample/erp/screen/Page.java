package sample.erp.screen;

import java.util.List;

/** One page of a list and how many rows the whole list has. */
public record Page<T>(List<T> rows, long total, int page, int pageSize) {}
