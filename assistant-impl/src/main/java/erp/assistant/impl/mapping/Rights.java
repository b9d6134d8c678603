package erp.assistant.impl.mapping;

import erp.assistant.record.Asker;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** The roles of one asker, those of the container and those that the ERP's own tables give. */
final class Rights {

    private final Asker asker;
    private final Set<String> ofTheErp;

    private Rights(Asker asker, Set<String> ofTheErp) {
        this.asker = asker;
        this.ofTheErp = ofTheErp;
    }

    /** More roles than this a person does not have. */
    private static final int MOST_ROLES = 1_000;

    static Rights of(Asker asker, Mapping mapping, Reading reading, Parameters parameters) throws SQLException {
        Set<String> roles = new HashSet<>();
        if (mapping.rolesQuery().isPresent()) {
            Sql query = Statement.all(mapping.rolesQuery().get());
            for (RowData row : reading.rows(query, parameters, MOST_ROLES)) {
                roles.add(row.firstText());
            }
        }
        return new Rights(asker, roles);
    }

    /** Whether the asker has one of the roles, or none is needed. */
    boolean anyOf(Set<String> roles) {
        return roles.isEmpty() || roles.stream().anyMatch(role -> ofTheErp.contains(role) || asker.hasRole(role));
    }
}
