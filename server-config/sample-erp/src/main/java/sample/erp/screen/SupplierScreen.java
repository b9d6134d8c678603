package sample.erp.screen;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.security.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sample.erp.data.Database;
import sample.erp.organisation.Staff;
import sample.erp.purchasing.SupplierSheet;
import sample.erp.purchasing.Suppliers;

/** What the Faces page of a supplier shows and saves. */
@Named
@RequestScoped
public class SupplierScreen {

    private final Database database;
    private final Staff staff;
    private final Suppliers suppliers;
    private final Principal principal;

    private String id = "";
    private String note = "";
    private @Nullable SupplierSheet sheet;

    @SuppressWarnings("NullAway")
    protected SupplierScreen() {
        this(null, null, null, null);
    }

    @Inject
    public SupplierScreen(Database database, Staff staff, Suppliers suppliers, Principal principal) {
        this.database = database;
        this.staff = staff;
        this.suppliers = suppliers;
        this.principal = principal;
    }

    /** Reads the supplier; one that does not exist and one that may not be seen answer the same page. */
    public void load() throws IOException {
        sheet = database.read(
                        em -> staff.find(em, principal.getName()).flatMap(person -> suppliers.find(em, person, id)))
                .orElse(null);
        if (sheet == null) {
            FacesContext faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(404, "");
            faces.responseComplete();
            return;
        }
        String known = sheet.note();
        if (!FacesContext.getCurrentInstance().isPostback()) {
            note = known == null ? "" : known;
        }
    }

    /** Saves the note that somebody wrote, or let the assistant write. */
    public void save() {
        @Nullable String text = Notes.checked(note);
        boolean saved = database.change(em -> staff.find(em, principal.getName())
                .flatMap(person -> suppliers.entity(em, person, id))
                .map(supplier -> {
                    supplier.note(text);
                    return true;
                })
                .orElse(false));
        FacesContext.getCurrentInstance()
                .addMessage(
                        null,
                        new FacesMessage(saved ? "Saved." : "This record does not exist, or you may not see it."));
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    /** Its country's name in the language of the screens. */
    public String getCountry() {
        return sheet == null
                ? ""
                : new Locale.Builder().setRegion(sheet.country()).build().getDisplayCountry(Locale.ENGLISH);
    }

    public @Nullable SupplierSheet getSheet() {
        return sheet;
    }
}
