package example.acme;

/** What can be wrong with an adapter, each seen in a client library or gateway that is in use. */
enum Defect {
    NONE,
    TRUNCATION_IS_SUCCESS,
    MALFORMED_IS_SKIPPED,
    CANCELLING_IS_IGNORED,
    PINGS_COUNT_AS_CONTENT,
    SLOW_READERS_ARE_IGNORED,
    READS_ON_AFTER_THE_END,
    ERRORS_IN_THE_STREAM_ARE_SKIPPED,
    MESSAGES_QUOTE_THE_PROVIDER,
    RETRY_AFTER_IS_LOST,
    TRIES_AGAIN_BY_ITSELF
}
