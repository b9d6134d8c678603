/**
 * Recorded streams, damaged at random from a seed, against an oracle that reads no stream. Start at {@code StreamFuzzTest}.
 */
@NullMarked
package erp.assistant.impl.provider.fuzz;

import org.jspecify.annotations.NullMarked;
