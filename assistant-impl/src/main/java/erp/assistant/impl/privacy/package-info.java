/**
 * Finds personal data in text and replaces it by tokens while a provider has the text. Start at {@link
 * erp.assistant.impl.privacy.Pseudonyms}.
 *
 * <p>Not API.
 */
@NullMarked
package erp.assistant.impl.privacy;

import org.jspecify.annotations.NullMarked;
