/**
 * The load generator: one thread that keeps thousands of browsers' streams, follows the provider stub's stamps in whatever
 * format a server passes them on, and so measures first tokens, gaps and the way through the server.
 */
@NullMarked
package erp.assistant.benchmark.load;

import org.jspecify.annotations.NullMarked;
