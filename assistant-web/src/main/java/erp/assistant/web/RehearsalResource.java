package erp.assistant.web;

import erp.assistant.record.Asker;
import erp.assistant.record.ListQuery;
import erp.assistant.record.RecordRef;
import erp.assistant.report.Rehearsal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Shows an admin what the assistant of somebody with other rights would get of a record or a list. Each look is in the log. */
@Path("admin/rehearsal")
@Singleton
@RolesAllowed(HttpApi.ADMIN)
public class RehearsalResource {

    private static final int LONGEST_NAME = 128;
    private static final int MOST_ROLES = 20;

    private final Rehearsal rehearsal;

    @Inject
    public RehearsalResource(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    /** The context of the record for a person with exactly these roles; a role that is not named is not held. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String rehearse(
            @QueryParam("user") @DefaultValue("") String user,
            @QueryParam("role") List<String> roles,
            @QueryParam("type") @DefaultValue("") String type,
            @QueryParam("id") @DefaultValue("") String id,
            @QueryParam("language") @DefaultValue("") String language,
            @Context SecurityContext security,
            @Context HttpHeaders headers) {
        return rehearse(
                security.getUserPrincipal().getName(),
                user,
                roles,
                RecordsResource.ref(type, id),
                Askers.locale(headers.getAcceptableLanguages(), language));
    }

    /**
     * The context of a list for such a person.
     *
     * @param query which rows, as the query string of a list screen: {@code status=OVERDUE&sort=-due}
     */
    @GET
    @Path("list")
    @Produces(MediaType.APPLICATION_JSON)
    public String rehearseList(
            @QueryParam("user") @DefaultValue("") String user,
            @QueryParam("role") List<String> roles,
            @QueryParam("type") @DefaultValue("") String type,
            @QueryParam("query") @DefaultValue("") String query,
            @QueryParam("language") @DefaultValue("") String language,
            @Context SecurityContext security,
            @Context HttpHeaders headers) {
        return rehearseList(
                security.getUserPrincipal().getName(),
                user,
                roles,
                ListsResource.valid(type),
                ListWords.of(query),
                Askers.locale(headers.getAcceptableLanguages(), language));
    }

    String rehearse(String admin, String user, List<String> roles, RecordRef record, Locale language) {
        Set<String> held = new LinkedHashSet<>(roles);
        Rehearsal.Result result = rehearsal.rehearse(admin, person(user, held, language), record);
        return RehearsalJson.of(result, user, held);
    }

    String rehearseList(String admin, String user, List<String> roles, String type, ListQuery rows, Locale language) {
        Set<String> held = new LinkedHashSet<>(roles);
        return RehearsalJson.of(rehearsal.rehearseList(admin, person(user, held, language), type, rows), user, held);
    }

    /** Somebody who holds exactly these roles. */
    static Asker person(String user, Set<String> roles, Locale language) {
        if (user.isBlank() || user.length() > LONGEST_NAME || user.chars().anyMatch(Character::isISOControl)) {
            throw JsonBody.invalid("user must be the login of the person whose rights are rehearsed.");
        }
        if (roles.size() > MOST_ROLES || roles.stream().anyMatch(role -> role.length() > LONGEST_NAME)) {
            throw JsonBody.invalid("role may be named at most " + MOST_ROLES + " times.");
        }
        return new Asker(user, roles::contains, language);
    }
}
