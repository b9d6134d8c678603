package erp.assistant.stub;

/** Anthropic Messages, as its streaming and errors pages describe it in November 2026. */
final class AnthropicWire implements Wire {

    @Override
    public String key() {
        return "anthropic";
    }

    @Override
    public String opening(Plan plan) {
        String start = event(
                "message_start",
                "{\"type\":\"message_start\",\"message\":{" + message(plan) + ",\"content\":[],\"stop_reason\":null,"
                        + "\"stop_sequence\":null,\"stop_details\":null" + usage(plan, 1, "") + "}}");
        return plan.refused()
                ? start
                : start
                        + event(
                                "content_block_start",
                                "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":"
                                        + "{\"type\":\"text\",\"text\":\"\"}}")
                        + ping();
    }

    @Override
    public String piece(Plan plan, String text) {
        return event(
                "content_block_delta",
                "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":"
                        + Json.quoted(text) + "}}");
    }

    @Override
    public String closing(Plan plan, int outputTokens) {
        String stop =
                plan.refused() ? "" : event("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}");
        String usage = plan.reportsUsage()
                ? ",\"usage\":{\"output_tokens\":" + (outputTokens + plan.figure(Setting.REASONING)) + reasoning(plan)
                        + "}"
                : "";
        return stop
                + plan.asked().map(AnthropicWire::call).orElse("")
                + event(
                        "message_delta",
                        "{\"type\":\"message_delta\",\"delta\":{" + stopReason(plan) + "}" + usage + "}")
                + event("message_stop", "{\"type\":\"message_stop\"}");
    }

    private static String call(Asked asked) {
        StringBuilder events = new StringBuilder(event(
                "content_block_start",
                "{\"type\":\"content_block_start\",\"index\":1,\"content_block\":{\"type\":\"tool_use\",\"id\":\"toolu_stub\",\"name\":"
                        + Json.quoted(asked.name()) + ",\"input\":{}}}"));
        for (String piece : asked.pieces()) {
            events.append(event(
                    "content_block_delta",
                    "{\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":"
                            + Json.quoted(piece) + "}}"));
        }
        return events.append(event("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":1}"))
                .toString();
    }

    @Override
    public String ping() {
        return event("ping", "{\"type\":\"ping\"}");
    }

    @Override
    public String errorEvent(Plan plan) {
        return event(
                "error",
                plan.figure(Setting.ERRSHAPE) == 1
                        ? "{\"error\":{\"type\":\"overloaded_error\",\"message\":\"stub says 529\"}}"
                        : errorBody(529, false));
    }

    @Override
    public String malformedEvent() {
        return event(
                "content_block_delta", "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_de");
    }

    @Override
    public String whole(Plan plan, String text, int outputTokens) {
        String call = plan.asked()
                .map(asked -> ",{\"type\":\"tool_use\",\"id\":\"toolu_stub\",\"name\":" + Json.quoted(asked.name())
                        + ",\"input\":" + asked.arguments() + "}")
                .orElse("");
        String content = plan.refused() ? "[]" : "[{\"type\":\"text\",\"text\":" + Json.quoted(text) + "}" + call + "]";
        return "{" + message(plan) + ",\"content\":" + content + "," + stopReason(plan)
                + usage(plan, outputTokens + plan.figure(Setting.REASONING), reasoning(plan)) + "}";
    }

    @Override
    public String errorBody(int status, boolean quota) {
        String type = switch (status) {
            case 400, 422 -> "invalid_request_error";
            case 401 -> "authentication_error";
            case 402 -> "billing_error";
            case 403 -> "permission_error";
            case 404 -> "not_found_error";
            case 413 -> "request_too_large";
            case 429 -> quota ? "billing_error" : "rate_limit_error";
            case 408, 504 -> "timeout_error";
            case 529 -> "overloaded_error";
            default -> "api_error";
        };
        return "{\"type\":\"error\",\"error\":{\"type\":\"" + type + "\",\"message\":\"stub says " + status
                + "\"},\"request_id\":\"req_stub\"}";
    }

    private static String message(Plan plan) {
        return "\"id\":\"msg_stub\",\"type\":\"message\",\"role\":\"assistant\",\"model\":" + Json.quoted(plan.model());
    }

    private static String stopReason(Plan plan) {
        String reason = switch (plan.fault()) {
            case REFUSAL, DECLINE -> "refusal";
            case PAUSE -> "pause_turn";
            case CONTEXT -> "model_context_window_exceeded";
            default -> plan.capped() ? "max_tokens" : plan.asked().isPresent() ? "tool_use" : "end_turn";
        };
        String details = reason.equals("refusal")
                ? "{\"type\":\"refusal\",\"category\":\"general_harms\",\"explanation\":null}"
                : "null";
        return "\"stop_reason\":\"" + reason + "\",\"stop_sequence\":null,\"stop_details\":" + details;
    }

    private static String usage(Plan plan, int outputTokens, String details) {
        if (!plan.reportsUsage()) {
            return "";
        }
        int fiveMinutes = plan.figure(Setting.CACHEWRITE5M);
        int oneHour = plan.figure(Setting.CACHEWRITE1H);
        return ",\"usage\":{\"input_tokens\":" + plan.inputTokens() + ",\"cache_creation_input_tokens\":"
                + (fiveMinutes + oneHour) + ",\"cache_read_input_tokens\":" + plan.figure(Setting.CACHEREAD)
                + ",\"cache_creation\":{\"ephemeral_5m_input_tokens\":" + fiveMinutes
                + ",\"ephemeral_1h_input_tokens\":" + oneHour + "},\"output_tokens\":" + outputTokens + details
                + ",\"service_tier\":\"standard\"}";
    }

    private static String reasoning(Plan plan) {
        int tokens = plan.figure(Setting.REASONING);
        return tokens == 0 ? "" : ",\"output_tokens_details\":{\"thinking_tokens\":" + tokens + "}";
    }

    private static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }
}
