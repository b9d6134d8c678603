package sample.erp.organisation;

import java.util.List;

/**
 * Somebody signed in, with their rights.
 *
 * @param organisations the codes of the companies whose documents they may see, the home organisation first
 */
public record Person(String login, String displayName, Role role, List<String> organisations) {

    public Person {
        organisations = List.copyOf(organisations);
        if (organisations.isEmpty()) {
            throw new IllegalArgumentException(login + " belongs to no organisation");
        }
    }

    public String home() {
        return organisations.get(0);
    }

    /** How this person writes a document's number: qualified if it belongs to another company than their own. */
    public String reference(String organisation, String number) {
        return organisation.equals(home()) ? number : organisation + ":" + number;
    }
}
