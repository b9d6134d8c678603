/**
 * Every configuration key: its name, default, meaning and validation. Start at {@link erp.assistant.impl.config.Settings}.
 *
 * <p>Not API.
 */
@NullMarked
package erp.assistant.impl.config;

import org.jspecify.annotations.NullMarked;
