/** {@link erp.assistant.benchmark.Benchmark} is the program; README.md has its command. */
@NullMarked
package erp.assistant.benchmark;

import org.jspecify.annotations.NullMarked;
