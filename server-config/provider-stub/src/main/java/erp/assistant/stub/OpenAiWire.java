package erp.assistant.stub;

/** OpenAI Chat Completions, as its API reference describes it in November 2026. */
final class OpenAiWire implements Wire {

    @Override
    public String key() {
        return "openai";
    }

    @Override
    public String opening(Plan plan) {
        return chunk(plan, "{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}", "null");
    }

    @Override
    public String piece(Plan plan, String text) {
        return chunk(plan, "{\"" + member(plan) + "\":" + Json.quoted(text) + "}", "null");
    }

    @Override
    public String closing(Plan plan, int outputTokens) {
        String usage = plan.includeUsage() && plan.reportsUsage()
                ? "data: {" + head(plan, "chat.completion.chunk") + ",\"choices\":[],\"usage\":"
                        + usage(plan, outputTokens) + "}\n\n"
                : "";
        return plan.asked().map(asked -> call(plan, asked)).orElse("") + chunk(plan, "{}", finish(plan)) + usage
                + "data: [DONE]\n\n";
    }

    private static String call(Plan plan, Asked asked) {
        StringBuilder chunks = new StringBuilder(chunk(
                plan,
                "{\"tool_calls\":[{\"index\":0,\"id\":\"call_stub\",\"type\":\"function\",\"function\":{\"name\":"
                        + Json.quoted(asked.name()) + ",\"arguments\":\"\"}}]}",
                "null"));
        for (String piece : asked.pieces()) {
            chunks.append(chunk(
                    plan,
                    "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":" + Json.quoted(piece) + "}}]}",
                    "null"));
        }
        return chunks.toString();
    }

    @Override
    public String ping() {
        return ": ping\n\n";
    }

    @Override
    public String unknownEvent() {
        return "data: {\"id\":\"chatcmpl-stub\",\"object\":\"stub.unknown\",\"text\":\"not shown\"}\n\n";
    }

    @Override
    public String errorEvent(Plan plan) {
        return plan.figure(Setting.ERRSHAPE) == 1
                ? "data: {\"object\":\"error\",\"message\":\"stub says 500\",\"type\":\"InternalServerError\",\"param\":null,"
                        + "\"code\":500}\n\n"
                : "data: " + errorBody(500, false) + "\n\n";
    }

    @Override
    public String malformedEvent() {
        return "data: {\"id\":\"chatcmpl-stub\",\"choices\":[{\"index\":0,\"delta\":{\"conte\n\n";
    }

    @Override
    public String whole(Plan plan, String text, int outputTokens) {
        String usage = plan.reportsUsage() ? ",\"usage\":" + usage(plan, outputTokens) : "";
        return "{" + head(plan, "chat.completion")
                + ",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"" + member(plan) + "\":"
                + Json.quoted(text) + ",\"" + (member(plan).equals("content") ? "refusal" : "content")
                + "\":null" + plan.asked().map(OpenAiWire::wholeCall).orElse("")
                + "},\"logprobs\":null,\"finish_reason\":" + finish(plan) + "}]" + usage + "}";
    }

    private static String wholeCall(Asked asked) {
        return ",\"tool_calls\":[{\"id\":\"call_stub\",\"type\":\"function\",\"function\":{\"name\":"
                + Json.quoted(asked.name()) + ",\"arguments\":" + Json.quoted(asked.arguments()) + "}}]";
    }

    @Override
    public String errorBody(int status, boolean quota) {
        return errorObject(status, quota);
    }

    /** The same for all of OpenAI's interfaces. */
    static String errorObject(int status, boolean quota) {
        if (quota) {
            return error(status, "insufficient_quota", "\"insufficient_quota\"");
        }
        return switch (status) {
            case 401 -> error(status, "invalid_request_error", "\"invalid_api_key\"");
            case 404 -> error(status, "invalid_request_error", "\"model_not_found\"");
            case 400, 403, 413, 422 -> error(status, "invalid_request_error", "null");
            case 402 -> error(status, "insufficient_quota", "null");
            case 429 -> error(status, "requests", "\"rate_limit_exceeded\"");
            case 503 -> error(status, "server_error", "\"server_is_overloaded\"");
            default -> error(status, "server_error", "null");
        };
    }

    private static String error(int status, String type, String code) {
        return "{\"error\":{\"message\":\"stub says " + status + "\",\"type\":\"" + type + "\",\"param\":null,\"code\":"
                + code + "}}";
    }

    private static String finish(Plan plan) {
        return switch (plan.fault()) {
            case REFUSAL -> "\"content_filter\"";
            case PAUSE -> "\"tool_calls\"";
            case CONTEXT -> "\"length\"";
            default -> plan.capped() ? "\"length\"" : plan.asked().isPresent() ? "\"tool_calls\"" : "\"stop\"";
        };
    }

    private static String member(Plan plan) {
        return plan.fault() == Fault.DECLINE ? "refusal" : "content";
    }

    private static String chunk(Plan plan, String delta, String finish) {
        return "data: {" + head(plan, "chat.completion.chunk") + ",\"choices\":[{\"index\":0,\"delta\":" + delta
                + ",\"logprobs\":null,\"finish_reason\":" + finish + "}]"
                + (plan.includeUsage() ? ",\"usage\":null" : "")
                + "}\n\n";
    }

    private static String head(Plan plan, String object) {
        return "\"id\":\"chatcmpl-stub\",\"object\":\"" + object + "\",\"created\":1700000000,\"model\":"
                + Json.quoted(plan.model());
    }

    private static String usage(Plan plan, int outputTokens) {
        int cacheRead = plan.figure(Setting.CACHEREAD);
        int cacheWrite = plan.figure(Setting.CACHEWRITE5M) + plan.figure(Setting.CACHEWRITE1H);
        int prompt = plan.inputTokens() + cacheRead + cacheWrite;
        int completion = outputTokens + plan.figure(Setting.REASONING);
        String write = cacheWrite == 0 ? "" : ",\"cache_write_tokens\":" + cacheWrite;
        return "{\"prompt_tokens\":" + prompt + ",\"completion_tokens\":" + completion + ",\"total_tokens\":"
                + (prompt + completion) + ",\"prompt_tokens_details\":{\"cached_tokens\":" + cacheRead + write
                + "},\"completion_tokens_details\":{\"reasoning_tokens\":" + plan.figure(Setting.REASONING) + "}}";
    }
}
