package erp.assistant.impl.prompt;

import erp.assistant.impl.prompt.TemplateFile.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All templates that there are at one moment, and which versions are asked for.
 *
 * <p>Of each name the version that is asked for is in use, else the highest. A file of the folder stands before the shipped text of its name and
 * version.
 */
final class TemplateSet {

    static final String DATA = "data";
    static final String ANSWER = "answer";
    static final String FORM = "form";
    static final String ACTION = "action-";

    private final Map<String, NavigableMap<Integer, Template>> byName = new TreeMap<>();
    private final Map<String, Integer> asked;
    private final List<Fault> faults = new ArrayList<>();

    TemplateSet(Collection<Template> shipped, Collection<TemplateFile> files, Map<String, Integer> asked) {
        this.asked = Map.copyOf(asked);
        shipped.forEach(this::add);
        for (TemplateFile file : files) {
            file.template().ifPresent(this::add);
            file.problem().ifPresent(faults::add);
        }
        new TreeMap<>(asked).forEach(this::check);
    }

    private void add(Template template) {
        byName.computeIfAbsent(template.name(), name -> new TreeMap<>()).put(template.version(), template);
    }

    private void check(String name, int version) {
        if (find(name, version).isPresent()) {
            return;
        }
        String instead =
                inUse(name).map(used -> "; " + used.id() + " stays in use").orElse("");
        faults.add(new Fault(
                "", "assistant.template.versions asks for " + name + "/" + version + ", which there is not" + instead));
    }

    /** Files and wishes that are not followed, with why. */
    List<Fault> faults() {
        return List.copyOf(faults);
    }

    Collection<String> names() {
        return byName.keySet();
    }

    Collection<Template> versions(String name) {
        return byName.getOrDefault(name, new TreeMap<>()).descendingMap().values();
    }

    boolean pinned(String name) {
        return Optional.ofNullable(asked.get(name))
                .flatMap(version -> find(name, version))
                .isPresent();
    }

    Optional<Template> inUse(String name) {
        NavigableMap<Integer, Template> versions = byName.getOrDefault(name, new TreeMap<>());
        Optional<Template> wanted = Optional.ofNullable(asked.get(name)).map(versions::get);
        return wanted.isPresent() || versions.isEmpty()
                ? wanted
                : Optional.of(versions.lastEntry().getValue());
    }

    Optional<Template> find(String name, int version) {
        return Optional.ofNullable(byName.getOrDefault(name, new TreeMap<>()).get(version));
    }

    /**
     * What a prompt is told to do.
     *
     * @param action the id of a prepared question, or empty; of templates for several beginnings of it the longest counts
     */
    Instructions instructions(boolean withForm, String action) {
        List<Template> templates = new ArrayList<>();
        inUse(DATA).ifPresent(templates::add);
        inUse(ANSWER).ifPresent(templates::add);
        if (withForm) {
            inUse(FORM).ifPresent(templates::add);
        }
        ofAction(action).ifPresent(templates::add);
        return new Instructions(templates);
    }

    private Optional<Template> ofAction(String action) {
        for (String id = action; !id.isEmpty(); id = id.substring(0, Math.max(0, id.lastIndexOf('-')))) {
            Optional<Template> template = inUse(ACTION + id);
            if (template.isPresent()) {
                return template;
            }
        }
        return Optional.empty();
    }
}
