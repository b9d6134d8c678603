/** What the operating system tells of a process and of the machine: processor time, memory, threads, connections. Linux only. */
@NullMarked
package erp.assistant.benchmark.machine;

import org.jspecify.annotations.NullMarked;
