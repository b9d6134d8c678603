package erp.assistant.stub;

import java.util.Locale;

/** A number that shapes the stub's answers: pace, length, usage figures and the percentage of requests that meet a fault. */
enum Setting {
    TTFT(0, "ms to the first token"),
    HEAD(-1, "ms to the response head; -1: together with the first token"),
    GAP(0, "ms between tokens"),
    JITTER(0, "ms by which a token may come earlier or later"),
    TOKENS(0, "length of the answer; 0: as long as its text"),
    PIECE(6, "most characters of a token"),
    CAPMAX(1, "1: honour the request's max_tokens, 0: ignore it"),
    CRLF(0, "1: event lines end in CR LF, 0: in LF"),
    NOISE(0, "1: an event of a kind that no client knows after each token"),
    LATE(0, "1: a token and an error event after the terminal event"),
    STALE(0, "1: the connection is closed after an answer, without a word in its head"),

    INPUT(0, "input tokens to report; 0: a quarter of the request's length"),
    CACHEREAD(0, "input tokens to report as read from the prompt cache"),
    CACHEWRITE5M(0, "input tokens to report as written to the cache for 5 minutes"),
    CACHEWRITE1H(0, "input tokens to report as written to the cache for 1 hour"),
    REASONING(0, "output tokens to report as reasoning"),
    USAGE(1, "0: report no usage at all"),

    FAILN(0, "how many requests after a reset fail for sure"),
    FAILS(500, "with which status those fail"),
    RETRYAFTER(-1, "seconds in the retry-after header of refused requests; -1: none"),
    RETRYAFTERMS(-1, "milliseconds in the retry-after-ms header of refused requests; -1: none"),
    SHOULDRETRY(-1, "the x-should-retry header of refused requests: 1 true, 0 false, -1 none"),
    LIMITRESET(-1, "seconds until the used-up limit of requests is full again, in both vendors' headers; -1: none"),
    ERRSHAPE(0, "shape of errors inside streams: 0 the vendor's, 1 the other one that is met, 2 response.failed"),
    RETRYDATE(-1, "the same as a date so many seconds from now; -1: none"),

    LOOKUPLOOP(0, "1: the last look-up that the question commands is asked for in every round"),
    LOOKUPNONE(0, "1: the same even where the request says that no tool may be called"),

    E400(0, "percent: status 400"),
    E401(0, "percent: status 401"),
    E402(0, "percent: status 402"),
    E403(0, "percent: status 403"),
    E404(0, "percent: status 404"),
    E408(0, "percent: status 408"),
    E413(0, "percent: status 413"),
    E422(0, "percent: status 422"),
    E429(0, "percent: status 429, a rate that passes"),
    QUOTA(0, "percent: status 429, a quota that does not come back"),
    E500(0, "percent: status 500"),
    E502(0, "percent: status 502"),
    E503(0, "percent: status 503"),
    E504(0, "percent: status 504"),
    E529(0, "percent: status 529, overloaded"),

    FIRSTERR(0, "percent: an error event before the first token"),
    MIDERR(0, "percent: an error event halfway"),
    MIDCUT(0, "percent: the connection is cut halfway"),
    CLEANCUT(0, "percent: a clean end halfway, without the terminal event"),
    HANG(0, "percent: no response at all, connection open"),
    HANGMID(0, "percent: nothing more after half the tokens, connection open"),
    PINGS(0, "percent: nothing but pings after the head, for ever"),
    PINGSMID(0, "percent: nothing but pings after half the tokens, for ever"),
    BADJSON(0, "percent: one malformed event halfway"),
    HTML200(0, "percent: status 200 with an HTML page"),
    EMPTY200(0, "percent: status 200 with an empty event stream"),
    REFUSAL(0, "percent: the model declines"),
    DECLINE(0, "percent: the model declines in so many words"),
    PAUSE(0, "percent: the answer stops to be gone on with"),
    CONTEXT(0, "percent: the answer stops because the context is full"),
    JSON200(0, "percent: status 200 with the body of an error"),
    WRONGFORM(0, "percent: one JSON object where a stream was asked for, and the reverse"),

    LORIS(0, "percent: the response dribbles in small writes"),
    LORISBYTES(1, "bytes of each such write"),
    LORISGAP(50, "ms between such writes"),
    PINGGAP(20, "ms between the pings of the fault pings");

    final double initial;
    final String meaning;

    Setting(double initial, String meaning) {
        this.initial = initial;
        this.meaning = meaning;
    }

    /** As it is written in flags, directives and queries. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
