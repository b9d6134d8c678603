/** The golden corpus of usage: bodies of responses and what they must cost. */
@NullMarked
package erp.assistant.impl.ledger.corpus;

import org.jspecify.annotations.NullMarked;
