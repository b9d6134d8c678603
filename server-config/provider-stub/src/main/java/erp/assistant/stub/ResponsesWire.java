package erp.assistant.stub;

/**
 * OpenAI Responses, as its API reference describes it in November 2026. One for each request: it numbers its events and remembers
 * what it has said.
 */
final class ResponsesWire implements Wire {

    private static final String ITEM = "\"item_id\":\"msg_stub\",\"output_index\":0,\"content_index\":0";

    /** What closing events repeat of the text at most: repeated whole, the text of a load test would be one endless event. */
    private static final int MOST_REPEATED = 256 * 1024;

    private final StringBuilder said = new StringBuilder();
    private int number;

    @Override
    public String key() {
        return "openai";
    }

    @Override
    public String opening(Plan plan) {
        String begun = event("response.created", "\"response\":" + response(plan, "in_progress", "[]", 0))
                + event("response.in_progress", "\"response\":" + response(plan, "in_progress", "[]", 0));
        return plan.refused()
                ? begun
                : begun
                        + event(
                                "response.output_item.added",
                                "\"output_index\":0,\"item\":" + message("in_progress", "[]"))
                        + event("response.content_part.added", ITEM + ",\"part\":" + part(plan, ""));
    }

    @Override
    public String piece(Plan plan, String text) {
        if (said.length() + text.length() <= MOST_REPEATED) {
            said.append(text);
        }
        return plan.fault() == Fault.DECLINE
                ? event("response.refusal.delta", ITEM + ",\"delta\":" + Json.quoted(text))
                : event("response.output_text.delta", ITEM + ",\"delta\":" + Json.quoted(text) + ",\"logprobs\":[]");
    }

    @Override
    public String closing(Plan plan, int outputTokens) {
        String text = said.toString();
        String done = plan.fault() == Fault.DECLINE
                ? event("response.refusal.done", ITEM + ",\"refusal\":" + Json.quoted(text))
                : event("response.output_text.done", ITEM + ",\"text\":" + Json.quoted(text) + ",\"logprobs\":[]");
        String status = status(plan);
        String ended = plan.refused()
                ? ""
                : done
                        + event("response.content_part.done", ITEM + ",\"part\":" + part(plan, text))
                        + event(
                                "response.output_item.done",
                                "\"output_index\":0,\"item\":" + message(status, "[" + part(plan, text) + "]"));
        return ended
                + plan.asked().map(this::call).orElse("")
                + event(
                        "response." + status,
                        "\"response\":" + response(plan, status, output(plan, text), outputTokens));
    }

    private String call(Asked asked) {
        StringBuilder events = new StringBuilder(
                event("response.output_item.added", "\"output_index\":1,\"item\":" + item(asked, "in_progress", "")));
        for (String piece : asked.pieces()) {
            events.append(event(
                    "response.function_call_arguments.delta",
                    "\"item_id\":\"fc_stub\",\"output_index\":1,\"delta\":" + Json.quoted(piece)));
        }
        return events.append(event(
                        "response.function_call_arguments.done",
                        "\"item_id\":\"fc_stub\",\"output_index\":1,\"arguments\":" + Json.quoted(asked.arguments())))
                .append(event(
                        "response.output_item.done",
                        "\"output_index\":1,\"item\":" + item(asked, "completed", asked.arguments())))
                .toString();
    }

    private static String item(Asked asked, String status, String arguments) {
        return "{\"id\":\"fc_stub\",\"type\":\"function_call\",\"status\":\"" + status
                + "\",\"call_id\":\"call_stub\",\"name\":" + Json.quoted(asked.name()) + ",\"arguments\":"
                + Json.quoted(arguments) + "}";
    }

    @Override
    public String ping() {
        return ": ping\n\n";
    }

    @Override
    public String errorEvent(Plan plan) {
        return switch (plan.figure(Setting.ERRSHAPE)) {
            case 1 -> event("error", "\"error\":" + error(500));
            case 2 -> event("response.failed", "\"response\":" + response(plan, "failed", "[]", 0));
            default -> event("error", "\"code\":\"server_error\",\"message\":\"stub says 500\",\"param\":null");
        };
    }

    @Override
    public String malformedEvent() {
        return "event: response.output_text.delta\ndata: {\"type\":\"response.output_text.del\n\n";
    }

    @Override
    public String whole(Plan plan, String text, int outputTokens) {
        return response(plan, status(plan), output(plan, text), outputTokens);
    }

    @Override
    public String errorBody(int status, boolean quota) {
        return OpenAiWire.errorObject(status, quota);
    }

    private static String error(int status) {
        return "{\"type\":\"server_error\",\"code\":\"server_error\",\"message\":\"stub says " + status + "\"}";
    }

    private static String status(Plan plan) {
        return plan.refused() || plan.capped() || plan.fault() == Fault.CONTEXT || plan.fault() == Fault.PAUSE
                ? "incomplete"
                : "completed";
    }

    private static String details(Plan plan, String status) {
        if (!status.equals("incomplete")) {
            return "null";
        }
        String reason =
                plan.refused() ? "content_filter" : plan.fault() == Fault.PAUSE ? "steered" : "max_output_tokens";
        return "{\"reason\":\"" + reason + "\"}";
    }

    private static String output(Plan plan, String text) {
        return plan.refused()
                ? "[]"
                : "[" + message(status(plan), "[" + part(plan, text) + "]")
                        + plan.asked()
                                .map(asked -> "," + item(asked, "completed", asked.arguments()))
                                .orElse("")
                        + "]";
    }

    private static String message(String status, String content) {
        return "{\"id\":\"msg_stub\",\"type\":\"message\",\"role\":\"assistant\",\"status\":\"" + status
                + "\",\"content\":" + content + "}";
    }

    private static String part(Plan plan, String text) {
        return plan.fault() == Fault.DECLINE
                ? "{\"type\":\"refusal\",\"refusal\":" + Json.quoted(text) + "}"
                : "{\"type\":\"output_text\",\"text\":" + Json.quoted(text) + ",\"annotations\":[],\"logprobs\":[]}";
    }

    private static String response(Plan plan, String status, String output, int outputTokens) {
        boolean over = !status.equals("in_progress") && !status.equals("failed");
        return "{\"id\":\"resp_stub\",\"object\":\"response\",\"created_at\":1700000000,\"status\":\"" + status
                + "\",\"error\":"
                + (status.equals("failed") ? "{\"code\":\"server_error\",\"message\":\"stub says 500\"}" : "null")
                + ",\"incomplete_details\":" + details(plan, status)
                + ",\"instructions\":null,\"metadata\":{},\"model\":"
                + Json.quoted(plan.model()) + ",\"output\":" + output
                + ",\"parallel_tool_calls\":true,\"temperature\":1.0,\"tool_choice\":\"auto\",\"tools\":[],"
                + "\"top_p\":1.0,\"usage\":"
                + (over && plan.reportsUsage() ? usage(plan, outputTokens) : "null") + "}";
    }

    private static String usage(Plan plan, int outputTokens) {
        int cacheRead = plan.figure(Setting.CACHEREAD);
        int cacheWrite = plan.figure(Setting.CACHEWRITE5M) + plan.figure(Setting.CACHEWRITE1H);
        int input = plan.inputTokens() + cacheRead + cacheWrite;
        int output = outputTokens + plan.figure(Setting.REASONING);
        return "{\"input_tokens\":" + input + ",\"input_tokens_details\":{\"cached_tokens\":" + cacheRead
                + ",\"cache_write_tokens\":" + cacheWrite + "},\"output_tokens\":" + output
                + ",\"output_tokens_details\":{\"reasoning_tokens\":" + plan.figure(Setting.REASONING)
                + "},\"total_tokens\":" + (input + output) + "}";
    }

    private String event(String type, String members) {
        return "event: " + type + "\ndata: {\"type\":\"" + type + "\",\"sequence_number\":" + number++ + "," + members
                + "}\n\n";
    }
}
