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
                        + "\"stop_sequence\":null" + usage(plan, 1) + "}}");
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
                + event(
                        "message_delta",
                        "{\"type\":\"message_delta\",\"delta\":{" + stopReason(plan) + "}" + usage + "}")
                + event("message_stop", "{\"type\":\"message_stop\"}");
    }

    @Override
    public String ping() {
        return event("ping", "{\"type\":\"ping\"}");
    }

    @Override
    public String errorEvent() {
        return event("error", errorBody(529, false));
    }

    @Override
    public String malformedEvent() {
        return event(
                "content_block_delta", "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_de");
    }

    @Override
    public String whole(Plan plan, String text, int outputTokens) {
        String content = plan.refused() ? "[]" : "[{\"type\":\"text\",\"text\":" + Json.quoted(text) + "}]";
        return "{" + message(plan) + ",\"content\":" + content + "," + stopReason(plan)
                + usage(plan, outputTokens + plan.figure(Setting.REASONING)) + "}";
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
        if (plan.refused()) {
            return "\"stop_reason\":\"refusal\",\"stop_sequence\":null,\"stop_details\":{\"category\":\"general_harms\"}";
        }
        return "\"stop_reason\":\"" + (plan.capped() ? "max_tokens" : "end_turn") + "\",\"stop_sequence\":null";
    }

    private static String usage(Plan plan, int outputTokens) {
        if (!plan.reportsUsage()) {
            return "";
        }
        int fiveMinutes = plan.figure(Setting.CACHEWRITE5M);
        int oneHour = plan.figure(Setting.CACHEWRITE1H);
        return ",\"usage\":{\"input_tokens\":" + plan.inputTokens() + ",\"cache_creation_input_tokens\":"
                + (fiveMinutes + oneHour) + ",\"cache_read_input_tokens\":" + plan.figure(Setting.CACHEREAD)
                + ",\"cache_creation\":{\"ephemeral_5m_input_tokens\":" + fiveMinutes
                + ",\"ephemeral_1h_input_tokens\":" + oneHour + "},\"output_tokens\":" + outputTokens
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
