package erp.assistant.stub;

/**
 * What the stub has seen since the last reset.
 *
 * @param connections open now
 * @param active requests being answered now
 * @param maxActive most of them at one time
 * @param blocked connections now that cannot take more bytes because the client does not read
 * @param anthropicRequests API requests in the Anthropic dialect, whatever came of them
 * @param openAiRequests API requests in either of the OpenAI dialects
 * @param completed answers sent to their end
 * @param refused answered with an error status
 * @param anthropicClientAborts connections that the client closed while an Anthropic request was being answered
 * @param openAiClientAborts the same for OpenAI requests
 * @param lastAbortNanos {@link System#nanoTime} of the last client abort, 0 for none
 * @param tokens pieces of text sent
 * @param sentBytes bytes that the sockets took
 */
public record StubStats(
        int connections,
        int active,
        int maxActive,
        int blocked,
        long anthropicRequests,
        long openAiRequests,
        long completed,
        long refused,
        long anthropicClientAborts,
        long openAiClientAborts,
        long lastAbortNanos,
        long tokens,
        long sentBytes) {

    public long requests() {
        return anthropicRequests + openAiRequests;
    }

    public long clientAborts() {
        return anthropicClientAborts + openAiClientAborts;
    }

    String json() {
        return "{\"connections\":" + connections + ",\"active\":" + active + ",\"max_active\":" + maxActive
                + ",\"blocked\":"
                + blocked + ",\"requests\":" + requests() + ",\"completed\":" + completed + ",\"refused\":" + refused
                + ",\"client_aborts\":" + clientAborts() + ",\"last_abort_micros\":" + lastAbortNanos / 1000
                + ",\"tokens\":"
                + tokens + ",\"sent_bytes\":" + sentBytes + ",\"anthropic\":{\"requests\":" + anthropicRequests
                + ",\"client_aborts\":" + anthropicClientAborts + "},\"openai\":{\"requests\":" + openAiRequests
                + ",\"client_aborts\":" + openAiClientAborts + "}}\n";
    }
}
