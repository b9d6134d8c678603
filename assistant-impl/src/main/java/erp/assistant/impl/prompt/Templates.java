package erp.assistant.impl.prompt;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.impl.config.Settings;
import erp.assistant.impl.config.SettingsSource;
import erp.assistant.impl.prompt.TemplateFile.Fault;
import erp.assistant.report.PromptTemplates.Family;
import erp.assistant.report.PromptTemplates.State;
import erp.assistant.report.PromptTemplates.Version;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The instructions: those that are shipped, and those of an admin's folder. Safe for use by many threads.
 *
 * <p>A faulty file is told of in the log and to admins, and what was in use before it stays so.
 */
@Singleton
public final class Templates {

    private static final Logger LOG = System.getLogger("erp.assistant.template");
    private static final Pattern SHIPPED = Pattern.compile("(.+)-([0-9]+)\\.txt");

    /** What one template may take of the prompt's budget. */
    private static final int SHARE_OF_PROMPT = 3;

    private static final List<String> FIRST = List.of(TemplateSet.ANSWER, TemplateSet.FORM, TemplateSet.DATA);
    private static final Comparator<String> ORDER = Comparator.comparing(
                    (String name) -> FIRST.contains(name) ? FIRST.indexOf(name) : FIRST.size())
            .thenComparing(Comparator.naturalOrder());

    private final SettingsSource settings;
    private final List<Template> shipped = readShipped();
    private volatile List<TemplateFile> files = List.of();
    private volatile @Nullable Known known;
    private List<Fault> told = List.of();

    /** A set, and what it was made of. */
    private record Known(List<TemplateFile> files, Map<String, Integer> versions, TemplateSet set) {}

    @Inject
    public Templates(SettingsSource settings) {
        this.settings = settings;
    }

    /** Reads the folder again. Nothing is thrown, since a scheduled task that throws is not run again. */
    public synchronized void refresh() {
        try {
            Settings now = settings.current();
            Optional<Path> folder = now.prompting().templating().folder();
            files = folder.map(path -> TemplateFolder.read(path, now.maxPromptTokens() / SHARE_OF_PROMPT))
                    .orElse(List.of());
            tell(inUse().faults());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the templates could not be read again: " + e);
        }
    }

    private void tell(List<Fault> faults) {
        faults.stream()
                .filter(fault -> !told.contains(fault))
                .forEach(fault -> LOG.log(Level.ERROR, "a template is not used: " + fault.problem()));
        told = faults;
    }

    /** What a prompt is told to do, by the versions in use. */
    Instructions instructions(boolean withForm, String action) {
        return inUse().instructions(withForm, action);
    }

    /**
     * What a prompt would be told to do by other versions.
     *
     * @param versions beside those that are configured
     * @throws AssistantException if there is none of a version
     */
    Instructions instructions(boolean withForm, String action, Map<String, Integer> versions) {
        Map<String, Integer> asked =
                new HashMap<>(settings.current().prompting().templating().versions());
        asked.putAll(versions);
        TemplateSet set = new TemplateSet(shipped, files, asked);
        versions.forEach((name, version) -> {
            if (set.find(name, version).isEmpty()) {
                throw new AssistantException(Problem.of(
                        Problem.Code.QUESTION_INVALID, "There is no template " + name + "/" + version + "."));
            }
        });
        return set.instructions(withForm, action);
    }

    /** All of them, for an admin. */
    public State state() {
        TemplateSet set = inUse();
        return new State(
                settings.current().prompting().templating().folder().map(Path::toString),
                set.names().stream()
                        .sorted(ORDER)
                        .map(name -> family(set, name))
                        .toList(),
                set.faults().stream()
                        .map(fault -> new erp.assistant.report.PromptTemplates.Fault(fault.file(), fault.problem()))
                        .toList());
    }

    private Family family(TemplateSet set, String name) {
        String inUse = set.inUse(name).map(Template::id).orElse("");
        Collection<Template> versions = set.versions(name);
        List<Version> all = new ArrayList<>();
        for (Template template : versions) {
            all.add(version(template, template.id().equals(inUse), false));
            shipped.stream()
                    .filter(other ->
                            !template.shipped() && other.name().equals(name) && other.version() == template.version())
                    .forEach(hidden -> all.add(version(hidden, false, true)));
        }
        return new Family(name, inUse, set.pinned(name), all);
    }

    private static Version version(Template template, boolean inUse, boolean shadowed) {
        return new Version(
                template.version(),
                template.id(),
                template.shipped(),
                template.file(),
                inUse,
                shadowed,
                template.text());
    }

    /** Made anew only when files or wishes have changed; that of an admin's trial is not kept. */
    private TemplateSet inUse() {
        Map<String, Integer> versions =
                settings.current().prompting().templating().versions();
        List<TemplateFile> now = files;
        Known before = known;
        if (before != null && before.files() == now && before.versions().equals(versions)) {
            return before.set();
        }
        TemplateSet set = new TemplateSet(shipped, now, versions);
        known = new Known(now, versions, set);
        return set;
    }

    private static List<Template> readShipped() {
        return Resource.text("templates/index.txt")
                .lines()
                .map(file -> {
                    Matcher name = SHIPPED.matcher(file);
                    if (!name.matches()) {
                        throw new IllegalStateException("templates/index.txt: " + file + " is not name-version.txt");
                    }
                    return Template.shipped(
                            name.group(1), Integer.parseInt(name.group(2)), Resource.text("templates/" + file));
                })
                .toList();
    }
}
