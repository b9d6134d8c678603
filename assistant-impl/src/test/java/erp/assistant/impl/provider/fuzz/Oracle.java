package erp.assistant.impl.provider.fuzz;

import erp.assistant.chat.Completion.Reason;
import erp.assistant.chat.ProviderFault.Kind;
import erp.assistant.chat.TokenUsage;
import erp.assistant.chat.TokenUsage.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells from the meanings of the events that arrived what must come out. It reads neither bytes nor JSON.
 *
 * <p>Rules: the first last word counts; nothing has a meaning after the end, an error or a malformed event; neither of these
 * takes back a last word.
 */
final class Oracle {

    /** More bytes than this are no event; the reader's documentation says so. */
    private static final int MOST_EVENT_BYTES = 4 * 1024 * 1024;

    private final int estimatedInput;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, Long> counts = new HashMap<>();
    private TokenUsage.Terms terms = TokenUsage.Terms.NOT_TOLD;
    private Reason stop = Reason.END;
    private boolean declined;
    private @Nullable Reason reason;
    private @Nullable Kind fault;
    private boolean inStream;
    private @Nullable String model;
    private long charactersSinceReport;
    private boolean over;
    private Set<String> either = Set.of();

    private Oracle(int estimatedInput) {
        this.estimatedInput = estimatedInput;
    }

    /** @param arrived how many bytes came before the connection ended */
    static Expected of(List<Item> items, Framed framed, int arrived, boolean countsInOrder, int estimatedInput) {
        Oracle oracle = new Oracle(estimatedInput);
        for (int i = 0; i < items.size() && !oracle.over && framed.begins(i) <= arrived; i++) {
            List<Meaning> meanings = items.get(i).meanings();
            if (meanings.stream().anyMatch(Meaning.TooLong.class::isInstance)) {
                oracle.tooLong(arrived - framed.begins(i), arrived >= framed.told(i));
            } else if (framed.told(i) <= arrived) {
                meanings.forEach(oracle::take);
            }
        }
        return oracle.expected(countsInOrder);
    }

    private void tooLong(int ofIt, boolean whole) {
        if (whole) {
            fail(Kind.MALFORMED);
        } else if (ofIt > MOST_EVENT_BYTES && reason == null) {
            either = Set.of(Kind.MALFORMED.name(), Kind.TRUNCATED.name());
        }
    }

    private void take(Meaning meaning) {
        if (over) {
            return;
        }
        if (meaning instanceof Meaning.Text piece) {
            text.append(piece.text());
            charactersSinceReport += piece.text().length();
        } else if (meaning instanceof Meaning.Whole whole) {
            if (text.isEmpty()) {
                declined |= whole.refusal();
                take(new Meaning.Text(whole.text()));
            }
        } else if (meaning instanceof Meaning.Arguments told) {
            charactersSinceReport += told.piece().length();
        } else if (meaning instanceof Meaning.Model told) {
            model = told.name();
        } else if (meaning instanceof Meaning.Usage told) {
            counts.putAll(told.counts());
            if (told.counts().containsKey("out")) {
                charactersSinceReport = 0;
            }
        } else if (meaning instanceof Meaning.Terms told) {
            terms = told.terms();
        } else if (meaning instanceof Meaning.Stop told) {
            stop = told.reason();
        } else if (meaning instanceof Meaning.Declines) {
            declined = true;
        } else if (meaning instanceof Meaning.Answered told) {
            answered(told.reason() == null ? stop : told.reason());
        } else if (meaning instanceof Meaning.End) {
            over = true;
        } else if (meaning instanceof Meaning.Told error) {
            inStream = reason == null;
            fail(error.kind());
        } else if (meaning instanceof Meaning.Malformed) {
            fail(Kind.MALFORMED);
        }
    }

    private void answered(Reason how) {
        if (reason == null) {
            reason = declined ? Reason.REFUSAL : how;
        }
    }

    private void fail(Kind kind) {
        fault = kind;
        over = true;
    }

    private Expected expected(boolean countsInOrder) {
        Set<String> outcomes =
                reason != null ? Set.of(reason.name()) : Set.of(fault == null ? Kind.TRUNCATED.name() : fault.name());
        return new Expected(
                either.isEmpty() ? outcomes : either,
                reason != null,
                text.toString(),
                inStream,
                model,
                countsInOrder ? usage() : null);
    }

    private TokenUsage usage() {
        boolean input = counts.containsKey("in");
        boolean output = counts.containsKey("out");
        if (input && output && reason != null) {
            return usage(count("in"), 0, Source.REPORTED);
        }
        // Three characters a token, as the API says of its estimate.
        long unreported = (charactersSinceReport + 2) / 3;
        if (input || output) {
            return usage(input ? count("in") : estimatedInput, unreported, Source.PARTIAL);
        }
        return new TokenUsage(estimatedInput, 0, 0, 0, unreported, 0, Source.ESTIMATED);
    }

    private TokenUsage usage(long in, long unreported, Source source) {
        boolean input = counts.containsKey("in");
        return new TokenUsage(
                in,
                input ? count("read") : 0,
                input ? count("w5") : 0,
                input ? count("w1") : 0,
                input ? count("wother") : 0,
                count("out") - count("reasoning") + unreported,
                count("reasoning"),
                input ? count("searches") : 0,
                input ? terms : TokenUsage.Terms.NOT_TOLD,
                source);
    }

    private long count(String name) {
        return counts.getOrDefault(name, 0L);
    }
}
