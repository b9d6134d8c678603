package erp.assistant.impl.provider.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import erp.assistant.chat.Completion.Reason;
import erp.assistant.chat.ProviderFault.Kind;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * An event whose bytes are near those of an ordinary delta, for whoever recognises deltas by their bytes. Of two members with
 * the same name the last counts, as JSON-P has it.
 *
 * @param event its name, empty for none
 * @param data {@code §} stands for the answer's next piece, {@code ¤} for a string that is not part of it
 * @param means what it means besides the text of {@code §}
 */
record Lookalike(String event, String data, List<Meaning> means) {

    Lookalike {
        means = List.copyOf(means);
    }

    static List<Lookalike> inAnthropic(String before) {
        String other = before.replace("\"index\":0", "\"index\":1");
        return List.of(
                plain(other + "§\"}}"),
                plain(
                        "{\"index\":0,\"delta\":{\"text\":\"§\",\"type\":\"text_delta\"},\"type\":\"content_block_delta\"}"),
                plain(
                        "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\": \"§\"}}"),
                plain(
                        "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"§\"}}"),
                plain(before + "§\"},\"x\":{\"y\":\"¤\"}}"),
                plain(before + "§\"},\"x\":{\"text\":\"¤\"}}"),
                plain("{\"text\":\"¤\"," + before.substring(1) + "§\"}}"),
                plain(
                        "{\"x\":{\"text\":\"¤\"},\"type\":\"content_block_delta\",\"delta\":{\"type\":\"text_delta\",\"text\" :\"§\"}}"),
                plain(
                        "{\"x\":{\"text\":\"¤\"},\"type\":\"content_block_delta\",\"delta\":{\"type\":\"text_delta\",\"te\\u0078t\":\"§\"}}"),
                plain(
                        "{\"type\":\"content_block_delta\",\"delta\":{\"type\":\"text_delta\",\"text\": \"§\"},\"x\":{\"text\":\"¤\"}}"),
                plain(before + "¤\",\"text\":\"§\"}}"),
                plain(before + "¤\",\"text\": \"§\"}}"),
                plain(before + "¤\",\"\\u0074ext\":\"§\"}}"),
                plain(before + "¤\",\"text\":null}}"),
                plain(before + "¤\",\"type\":\"new_delta\"}}"),
                plain(before + "¤\"},\"type\":\"ping\"}"),
                plain(before.replace("text_delta", "text_other") + "¤\"}}"),
                broken(before + "¤\"}}}"),
                broken(before + "¤\"}}x"),
                broken(before + "¤\"}"),
                broken(before + "¤}}"),
                error(
                        "",
                        before + "¤\"},\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\"}}",
                        Kind.OVERLOADED));
    }

    static List<Lookalike> inChat(String before) {
        return List.of(
                plain(before.replace("\"index\":0", "\"index\":0,\"logprobs\":null") + "§\"}}]}"),
                plain("{\"choices\":[{\"delta\":{\"content\":\"§\"},\"finish_reason\":null,\"index\":0}]}"),
                plain("{\"choices\":[{\"delta\":{\"content\": \"§\",\"role\":\"assistant\"},\"index\":0}]}"),
                plain("{\"choices\":[{\"delta\":{\"content\":[{\"type\":\"text\",\"text\":\"§\"}]}}]}"),
                plain(before + "§\"}}],\"x\":[{\"y\":{\"z\":\"¤\"}}]}"),
                plain(before + "§\"}}],\"x\":[{\"y\":{\"content\":\"¤\"}}]}"),
                plain("{\"content\":\"¤\"," + before.substring(1) + "§\"}}]}"),
                plain("{\"x\":{\"content\":\"¤\"},\"choices\":[{\"delta\":{\"content\" :\"§\"}}]}"),
                plain("{\"x\":{\"content\":\"¤\"},\"choices\":[{\"delta\":{\"cont\\u0065nt\":\"§\"}}]}"),
                plain("{\"choices\":[{\"delta\":{\"content\": \"§\"}}],\"x\":{\"content\":\"¤\"}}"),
                plain(before + "¤\",\"content\":\"§\"}}]}"),
                plain(before + "¤\",\"content\": \"§\"}}]}"),
                plain(before + "¤\",\"\\u0063ontent\":\"§\"}}]}"),
                plain(before + "¤\",\"content\":null}}]}"),
                plain(before + "¤\"}}],\"choices\":[]}"),
                plain(before.replace("\"delta\"", "\"other\"") + "¤\"}}]}"),
                broken(before + "¤\"}}]}}"),
                broken(before + "¤\"}}]}x"),
                broken(before + "¤\"}}]"),
                broken(before + "¤}}]}"),
                new Lookalike(
                        "", before.replace("null", "\"stop\"") + "§\"}}]}", List.of(new Meaning.Answered(Reason.END))),
                error("", before + "¤\"}}],\"error\":{\"type\":\"server_error\"}}", Kind.SERVER_ERROR),
                error("error", before + "¤\"}}]}", Kind.SERVER_ERROR));
    }

    static List<Lookalike> inResponses(String before) {
        return List.of(
                plain(before.replace("number\":7", "number\":8") + "§\",\"logprobs\":[]}"),
                plain(before + "§\"}"),
                plain(before + "§\",\"obfuscation\":\"¤\",\"logprobs\":[]}"),
                plain("{\"delta\":\"§\",\"type\":\"response.output_text.delta\"}"),
                plain("{\"type\":\"response.output_text.delta\",\"delta\": \"§\"}"),
                plain("{\"x\":{\"delta\":\"¤\"},\"type\":\"response.output_text.delta\",\"delta\" :\"§\"}"),
                plain("{\"type\":\"response.output_text.delta\",\"delta\": \"§\",\"x\":{\"delta\":\"¤\"}}"),
                plain(before + "¤\",\"delta\":\"§\",\"logprobs\":[]}"),
                plain(before + "¤\",\"delta\": \"§\"}"),
                plain(before + "¤\",\"d\\u0065lta\":\"§\"}"),
                plain(before + "¤\",\"delta\":null}"),
                plain(before + "¤\",\"type\":\"response.reasoning_text.delta\"}"),
                plain(before.replace("output_text", "reasoning_text") + "¤\",\"logprobs\":[]}"),
                named("response.output_text.delta", "{\"delta\":\"§\"}"),
                named("response.reasoning_text.delta", "{\"delta\":\"¤\"}"),
                broken(before + "¤\",\"logprobs\":[]}}"),
                broken(before + "¤\",\"logprobs\":[]"),
                broken(before + "¤,\"logprobs\":[]}"),
                error("error", "{\"delta\":\"¤\"}", Kind.SERVER_ERROR),
                error("", before + "¤\",\"type\":\"error\",\"code\":\"server_is_overloaded\"}", Kind.OVERLOADED));
    }

    private static Lookalike plain(String data) {
        return named("", data);
    }

    private static Lookalike named(String event, String data) {
        return new Lookalike(event, data, List.of());
    }

    private static Lookalike broken(String data) {
        return new Lookalike("", data, List.of(new Meaning.Malformed()));
    }

    private static Lookalike error(String event, String data, Kind kind) {
        return new Lookalike(event, data, List.of(new Meaning.Told(kind)));
    }

    Item item(OddText said, OddText other) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(data.length() + 200);
        line.writeBytes("data: ".getBytes(UTF_8));
        int from = 0;
        List<Meaning> meanings = new ArrayList<>();
        for (int at = 0; at < data.length(); at++) {
            char c = data.charAt(at);
            if (c == '§' || c == '¤') {
                line.writeBytes(data.substring(from, at).getBytes(UTF_8));
                line.writeBytes((c == '§' ? said : other).inQuotes());
                from = at + 1;
                if (c == '§' && !said.said().isEmpty()) {
                    meanings.add(new Meaning.Text(said.said()));
                }
            }
        }
        line.writeBytes(data.substring(from).getBytes(UTF_8));
        meanings.addAll(means);
        return new Item(
                event.isEmpty()
                        ? List.of(line.toByteArray())
                        : List.of(("event: " + event).getBytes(UTF_8), line.toByteArray()),
                meanings);
    }
}
