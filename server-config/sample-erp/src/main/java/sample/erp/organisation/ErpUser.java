package sample.erp.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** A login and its rights. The container checks the password; the ERP decides what the login may see. */
@Entity
@Table(name = "erp_user")
public class ErpUser {

    @Id
    @Column(length = 64)
    private String login;

    private String displayName;

    @Enumerated(EnumType.STRING)
    @Column(length = 20)
    private Role role;

    @Column(length = 2)
    private String home;

    @ElementCollection(fetch = FetchType.EAGER)
    private List<String> otherOrganisations = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected ErpUser() {}

    public ErpUser(String login, String displayName, Role role, String home, List<String> otherOrganisations) {
        this.login = login;
        this.displayName = displayName;
        this.role = role;
        this.home = home;
        this.otherOrganisations.addAll(otherOrganisations);
    }

    /** The rights of this login. */
    public Person person() {
        List<String> organisations = new ArrayList<>();
        organisations.add(home);
        otherOrganisations.stream().sorted().forEach(organisations::add);
        return new Person(login, displayName, role, organisations);
    }
}
