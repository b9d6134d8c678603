package erp.assistant.stub;

import java.util.List;
import java.util.Optional;

/**
 * How one request will be answered.
 *
 * @param capped whether the request's {@code max_tokens} cut the text
 * @param includeUsage whether the request asked for a usage chunk
 * @param inputTokens the fresh input to report
 * @param asked the tool call that ends it
 */
record Plan(
        Wire wire,
        StubSettings settings,
        Fault fault,
        int status,
        String model,
        boolean streaming,
        boolean includeUsage,
        List<String> pieces,
        boolean capped,
        int inputTokens,
        Optional<Asked> asked) {

    Plan {
        pieces = List.copyOf(pieces);
    }

    static Plan of(Wire wire, StubRequest request, StubSettings settings, Fault.Drawn drawn) {
        Optional<Asked> asked = drawn.fault() == Fault.REFUSAL ? Optional.empty() : Asked.of(request, settings);
        List<String> pieces = drawn.fault() == Fault.REFUSAL
                ? List.of()
                : asked.isPresent()
                        ? AnswerText.cut(Asked.BEFORE, settings.whole(Setting.PIECE))
                        : AnswerText.pieces(settings, request);
        int most = settings.on(Setting.CAPMAX) ? request.maxTokens() : Integer.MAX_VALUE;
        boolean capped = pieces.size() > most;
        int input = settings.on(Setting.INPUT)
                ? settings.whole(Setting.INPUT)
                : Math.max(1, request.body().length() / 4);
        return new Plan(
                wire,
                settings,
                drawn.fault(),
                drawn.status(),
                request.model(),
                request.streaming() != (drawn.fault() == Fault.WRONGFORM),
                request.includeUsage(),
                capped ? pieces.subList(0, most) : pieces,
                capped,
                input,
                asked);
    }

    /** After how many pieces a halfway fault strikes: at least one, if there are any. */
    int halfway() {
        return (pieces.size() + 1) / 2;
    }

    /** The text of a piece as it is sent now. */
    String piece(int index) {
        return settings.text() == TextMode.STAMPS ? Stamp.of(index) : pieces.get(index);
    }

    int figure(Setting setting) {
        return settings.whole(setting);
    }

    boolean refused() {
        return fault == Fault.REFUSAL;
    }

    boolean reportsUsage() {
        return settings.on(Setting.USAGE);
    }
}
