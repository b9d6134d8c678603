/** What is measured: the packaged assistant, nginx, a peer on the same server, and the stub itself without anything between. */
@NullMarked
package erp.assistant.benchmark.target;

import org.jspecify.annotations.NullMarked;
