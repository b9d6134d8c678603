package erp.assistant.impl.config;

import java.util.Set;

/**
 * What of a record may leave the company.
 *
 * @param maskPersonal whether tokens stand for personal data in what is sent
 * @param confidentialRoles who may have confidential fields sent; empty for everyone to whom the ERP shows them
 */
public record Prompting(boolean maskPersonal, Set<String> confidentialRoles) {

    public static final Prompting DEFAULT = new Prompting(true, Set.of());

    public Prompting {
        confidentialRoles = Set.copyOf(confidentialRoles);
    }
}
