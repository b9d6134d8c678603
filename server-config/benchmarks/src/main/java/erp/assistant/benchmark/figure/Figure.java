package erp.assistant.benchmark.figure;

import erp.assistant.benchmark.report.PartTable;

/** One part of the benchmark. */
public interface Figure {

    /** Measures all targets once and hands the samples to the bench. */
    void measure(Bench bench);

    /** How the report shows it. */
    PartTable table();
}
