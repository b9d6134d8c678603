package erp.assistant.web;

import erp.assistant.chat.Prompt;
import erp.assistant.chat.Turn;
import erp.assistant.report.PromptTemplates.Family;
import erp.assistant.report.PromptTemplates.Rendering;
import erp.assistant.report.PromptTemplates.State;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** Templates and a prompt that was sent nowhere, as JSON. */
final class TemplatesJson {

    private TemplatesJson() {}

    static String of(State state) {
        JsonArrayBuilder families = WebJson.array();
        state.templates().forEach(family -> families.add(family(family)));
        JsonArrayBuilder faults = WebJson.array();
        state.faults()
                .forEach(fault ->
                        faults.add(WebJson.object().add("file", fault.file()).add("problem", fault.problem())));
        JsonObjectBuilder json = WebJson.object();
        state.folder().ifPresentOrElse(folder -> json.add("folder", folder), () -> json.addNull("folder"));
        return json.add("templates", families).add("faults", faults).build().toString();
    }

    private static JsonObjectBuilder family(Family family) {
        JsonArrayBuilder versions = WebJson.array();
        family.versions()
                .forEach(version -> versions.add(WebJson.object()
                        .add("version", version.version())
                        .add("template", version.template())
                        .add("origin", version.shipped() ? "shipped" : "folder")
                        .add("file", version.file())
                        .add("inUse", version.inUse())
                        .add("shadowed", version.shadowed())
                        .add("text", version.text())));
        return WebJson.object()
                .add("name", family.name())
                .add("use", family.use())
                .add("inUse", family.inUse())
                .add("pinned", family.pinned())
                .add("versions", versions);
    }

    /** @param roles those that were asked for; empty if the record was read with the admin's own */
    static String of(Rendering rendering, String user, Optional<JsonArrayBuilder> roles) {
        Prompt prompt = rendering.prompt();
        JsonArrayBuilder turns = WebJson.array();
        for (Turn turn : prompt.turns()) {
            turns.add(WebJson.object()
                    .add("role", turn.role().name().toLowerCase(Locale.ROOT))
                    .add("text", turn.text()));
        }
        JsonArrayBuilder sent = WebJson.array();
        rendering
                .sent()
                .forEach(value -> sent.add(WebJson.object()
                        .add("id", value.id())
                        .add("label", value.label())
                        .add("masked", value.masked())));
        JsonArrayBuilder leftOut = WebJson.array();
        rendering.leftOut().forEach(left -> leftOut.add(named(left.id(), left.label(), left.reason())));
        JsonArrayBuilder withheld = WebJson.array();
        rendering.withheld().forEach(each -> withheld.add(named(each.id(), each.label(), each.reason())));
        JsonObjectBuilder as = WebJson.object().add("user", user);
        roles.ifPresentOrElse(held -> as.add("roles", held), () -> as.add("roles", JsonValue.NULL));
        return WebJson.object()
                .add(
                        "record",
                        WebJson.object()
                                .add("type", rendering.record().type())
                                .add("id", rendering.record().id())
                                .add("label", rendering.label()))
                .add("as", as)
                .add("template", prompt.template())
                .add("system", prompt.system())
                .add("turns", turns)
                .add("user", prompt.user())
                .add("estimatedTokens", prompt.estimatedTokens())
                .add("estimatedSystemTokens", rendering.systemTokens())
                .add("language", prompt.language().getLanguage())
                .add("sent", sent)
                .add("rows", rendering.rows())
                .add("leftOut", leftOut)
                .add("withheld", withheld)
                .build()
                .toString();
    }

    private static JsonObjectBuilder named(String id, String label, String reason) {
        return WebJson.object().add("id", id).add("label", label).add("reason", reason);
    }
}
