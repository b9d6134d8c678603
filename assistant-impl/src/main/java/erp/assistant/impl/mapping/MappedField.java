package erp.assistant.impl.mapping;

import erp.assistant.record.Importance;
import erp.assistant.record.Sensitivity;
import java.util.Optional;
import java.util.Set;

/**
 * A column that may be shown, and how.
 *
 * @param unit of quantities and money
 * @param roles one of which the asker must have; empty for everybody who may see the record
 */
record MappedField(
        Place place,
        String id,
        Localised label,
        String column,
        FieldType type,
        Optional<Unit> unit,
        Sensitivity sensitivity,
        Importance importance,
        Set<String> roles,
        Optional<Link> link) {

    /** The same with another unit. */
    MappedField in(Unit other) {
        return new MappedField(
                place, id, label, column, type, Optional.of(other), sensitivity, importance, roles, link);
    }

    /** The same without a link. */
    MappedField unlinked() {
        return new MappedField(place, id, label, column, type, unit, sensitivity, importance, roles, Optional.empty());
    }
}
