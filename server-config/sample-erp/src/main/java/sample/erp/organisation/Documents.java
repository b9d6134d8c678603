package sample.erp.organisation;

import jakarta.persistence.EntityManager;
import java.util.Optional;

/** Finds documents by the number that somebody wrote, within the companies whose documents they may see. */
public final class Documents {

    private Documents() {}

    /**
     * Returns the document, or nothing if there is none that the person may see.
     *
     * @param type an entity with an {@code organisation} and a {@code number}
     */
    public static <T> Optional<T> find(EntityManager em, Person person, String written, Class<T> type) {
        return find(em, person, written, type, "d.organisation");
    }

    /** @param owner the path from the document {@code d} to its organisation */
    public static <T> Optional<T> find(EntityManager em, Person person, String written, Class<T> type, String owner) {
        return DocumentKey.parse(written)
                .flatMap(key -> key.organisations(person).stream()
                        .flatMap(organisation -> em.createQuery(
                                        "select d from " + type.getSimpleName() + " d where " + owner
                                                + ".code = :organisation and d.number = :number",
                                        type)
                                .setParameter("organisation", organisation)
                                .setParameter("number", key.number())
                                .getResultStream())
                        .findFirst());
    }
}
