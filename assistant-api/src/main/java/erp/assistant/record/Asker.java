package erp.assistant.record;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The signed-in person on whose behalf a record is read.
 *
 * @param name the login name, as the container's security knows it
 * @param roles answers whether the person holds a role; valid only while the request runs
 * @param language the language in which the answer is wanted
 */
public record Asker(String name, Predicate<String> roles, Locale language) {

    public Asker {
        Objects.requireNonNull(roles, "roles");
        Objects.requireNonNull(language, "language");
        if (name.isBlank()) {
            throw new IllegalArgumentException("an asker has a name");
        }
    }

    public boolean hasRole(String role) {
        return roles.test(role);
    }

    @Override
    public String toString() {
        return name;
    }
}
