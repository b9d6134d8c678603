package erp.assistant.impl.mapping;

import java.util.Optional;

/**
 * A prepared question.
 *
 * @param when the field that must be shown and be something other than missing, zero or no; empty for always
 */
record MappedAction(String id, Localised label, Localised question, Optional<String> when) {}
