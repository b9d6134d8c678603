package erp.assistant.impl.ledger.corpus;

/** Responses of the vendors' protocols with given counts, as their references show them. */
final class Bodies {

    private Bodies() {}

    /** The split of cache writes is in {@code message_start} only; what is written later is in the total alone. */
    static String messagesStream(String model, Counts counts) {
        String terms = member("service_tier", counts.tier()) + member("inference_geo", counts.geo());
        return """
                event: message_start
                data: {"type":"message_start","message":{"id":"msg_01","type":"message","role":"assistant","model":"%s","content":[],"stop_reason":null,"usage":{"input_tokens":%d,"cache_creation_input_tokens":%d,"cache_read_input_tokens":%d,"cache_creation":{"ephemeral_5m_input_tokens":%d,"ephemeral_1h_input_tokens":%d},"output_tokens":1%s}}}

                event: content_block_delta
                data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"The order waits."}}

                event: ping
                data: {"type":"ping"}

                event: message_delta
                data: {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"input_tokens":%d,"cache_creation_input_tokens":%d,"cache_read_input_tokens":%d,"output_tokens":%d%s%s}}

                event: message_stop
                data: {"type":"message_stop"}
                """.formatted(
                        model,
                        counts.fresh(),
                        counts.write5m() + counts.write1h(),
                        counts.read(),
                        counts.write5m(),
                        counts.write1h(),
                        terms,
                        counts.fresh(),
                        counts.written(),
                        counts.read(),
                        counts.allOutput(),
                        thinking(counts),
                        searches(counts));
    }

    static String messagesBody(String model, Counts counts) {
        String split = counts.write5m() + counts.write1h() == 0 && counts.writeUntold() > 0
                ? ""
                : ",\"cache_creation\":{\"ephemeral_5m_input_tokens\":%d,\"ephemeral_1h_input_tokens\":%d}"
                        .formatted(counts.write5m(), counts.write1h());
        return """
                {"id":"msg_01","type":"message","role":"assistant","model":"%s",
                 "content":[{"type":"text","text":"The order waits."}],"stop_reason":"end_turn",
                 "usage":{"input_tokens":%d,"cache_creation_input_tokens":%d,"cache_read_input_tokens":%d%s,"output_tokens":%d%s%s%s%s}}
                """.formatted(
                        model,
                        counts.fresh(),
                        counts.written(),
                        counts.read(),
                        split,
                        counts.allOutput(),
                        thinking(counts),
                        searches(counts),
                        member("service_tier", counts.tier()),
                        member("inference_geo", counts.geo()));
    }

    private static String thinking(Counts counts) {
        return counts.reasoning() == 0
                ? ""
                : ",\"output_tokens_details\":{\"thinking_tokens\":%d}".formatted(counts.reasoning());
    }

    private static String searches(Counts counts) {
        return counts.searches() == 0
                ? ""
                : ",\"server_tool_use\":{\"web_search_requests\":%d,\"web_fetch_requests\":0}"
                        .formatted(counts.searches());
    }

    static String completionsStream(String model, Counts counts) {
        String head = "\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"model\":\"%s\"%s"
                .formatted(model, member("service_tier", counts.tier()));
        return """
                data: {%s,"choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}],"usage":null}

                data: {%s,"choices":[{"index":0,"delta":{"content":"The order waits."},"finish_reason":null}],"usage":null}

                data: {%s,"choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":null}

                data: {%s,"choices":[],"usage":%s}

                data: [DONE]
                """.formatted(head, head, head, head, completionUsage(counts));
    }

    static String completionsBody(String model, Counts counts) {
        return """
                {"id":"chatcmpl-1","object":"chat.completion","model":"%s"%s,
                 "choices":[{"index":0,"message":{"role":"assistant","content":"The order waits."},"finish_reason":"stop"}],
                 "usage":%s}
                """.formatted(model, member("service_tier", counts.tier()), completionUsage(counts));
    }

    private static String completionUsage(Counts counts) {
        String written = counts.written() == 0 ? "" : ",\"cache_write_tokens\":" + counts.written();
        String reasoning = counts.reasoning() == 0 || counts.reasoningApart()
                ? ""
                : ",\"completion_tokens_details\":{\"reasoning_tokens\":%d}".formatted(counts.reasoning());
        return "{\"prompt_tokens\":%d,\"completion_tokens\":%d,\"total_tokens\":%d,\"prompt_tokens_details\":{\"cached_tokens\":%d%s}%s}"
                .formatted(counts.input(), counts.output(), counts.total(), counts.read(), written, reasoning);
    }

    static String responsesStream(String model, Counts counts) {
        return """
                event: response.created
                data: {"type":"response.created","sequence_number":0,"response":{"id":"resp_1","object":"response","model":"%s","status":"in_progress","usage":null}}

                event: response.output_text.delta
                data: {"type":"response.output_text.delta","sequence_number":1,"delta":"The order waits."}

                event: response.completed
                data: {"type":"response.completed","sequence_number":2,"response":%s}
                """.formatted(model, response(model, counts));
    }

    static String responsesBody(String model, Counts counts) {
        return response(model, counts);
    }

    private static String response(String model, Counts counts) {
        String written = counts.written() == 0 ? "" : ",\"cache_write_tokens\":" + counts.written();
        return ("{\"id\":\"resp_1\",\"object\":\"response\",\"status\":\"completed\",\"model\":\"%s\"%s,"
                        + "\"output\":[{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"The order waits.\"}]}],"
                        + "\"usage\":{\"input_tokens\":%d,\"input_tokens_details\":{\"cached_tokens\":%d%s},\"output_tokens\":%d,"
                        + "\"output_tokens_details\":{\"reasoning_tokens\":%d},\"total_tokens\":%d}}")
                .formatted(
                        model,
                        member("service_tier", counts.tier()),
                        counts.input(),
                        counts.read(),
                        written,
                        counts.allOutput(),
                        counts.reasoning(),
                        counts.total());
    }

    private static String member(String name, String value) {
        return value.isEmpty() ? "" : ",\"%s\":\"%s\"".formatted(name, value);
    }
}
