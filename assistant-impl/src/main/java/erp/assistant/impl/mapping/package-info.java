/**
 * Record types without code: a mapping file names a data source, queries and the columns that may be shown. Start at {@link
 * erp.assistant.impl.mapping.Mapping}, what a file says, and {@link erp.assistant.impl.mapping.MappedSource}, which reads by it.
 *
 * <p>Not API; the format is described in {@code server-config/docs/mapping-files.md} and {@code mapping.schema.json}.
 */
@NullMarked
package erp.assistant.impl.mapping;

import org.jspecify.annotations.NullMarked;
