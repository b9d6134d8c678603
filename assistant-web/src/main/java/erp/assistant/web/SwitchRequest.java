package erp.assistant.web;

import erp.assistant.report.Switches;
import erp.assistant.report.Switches.Kind;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of {@code POST /admin/switches}.
 *
 * @param name empty for the assistant
 * @param reason why, for whoever looks it up later
 */
record SwitchRequest(Kind kind, String name, boolean off, String reason) {

    private static final String EXAMPLE =
            "{\"kind\": \"entity\", \"name\": \"sales-order\", \"off\": true, \"reason\": \"Wrong prices since Monday.\"}";

    static SwitchRequest read(InputStream body) throws IOException {
        return parse(JsonBody.text(body, "Send " + EXAMPLE + "."));
    }

    static SwitchRequest parse(String body) {
        JsonBody json = JsonBody.parse(body, EXAMPLE);
        Kind kind = kind(json.required("kind"));
        String name = limited("name", json.optional("name").strip());
        if (kind == Kind.ASSISTANT != name.isEmpty()) {
            throw JsonBody.invalid(
                    "Name the record type or prepared question; the assistant's own switch has no name.");
        }
        String reason = limited("reason", json.required("reason").strip());
        if (reason.isEmpty()) {
            throw JsonBody.invalid("Say why in reason: others will look it up.");
        }
        return new SwitchRequest(kind, name, json.requiredFlag("off"), reason);
    }

    private static String limited(String what, String text) {
        if (text.length() > Switches.MAX_LENGTH || text.chars().anyMatch(Character::isISOControl)) {
            throw JsonBody.invalid(what + " must have at most " + Switches.MAX_LENGTH + " characters in one line.");
        }
        return text;
    }

    private static Kind kind(String word) {
        return switch (word) {
            case "assistant" -> Kind.ASSISTANT;
            case "entity" -> Kind.ENTITY;
            case "capability" -> Kind.CAPABILITY;
            default -> throw JsonBody.invalid("kind must be assistant, entity or capability.");
        };
    }
}
