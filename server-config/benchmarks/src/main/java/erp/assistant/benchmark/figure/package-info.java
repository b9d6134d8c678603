/** The parts of the benchmark: a class for each thing that is measured. */
@NullMarked
package erp.assistant.benchmark.figure;

import org.jspecify.annotations.NullMarked;
