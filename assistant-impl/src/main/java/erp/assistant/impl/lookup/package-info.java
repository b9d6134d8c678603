/**
 * What a model may look up: tools described for it, and its arguments read strictly.
 *
 * <p>Not API.
 */
@NullMarked
package erp.assistant.impl.lookup;

import org.jspecify.annotations.NullMarked;
