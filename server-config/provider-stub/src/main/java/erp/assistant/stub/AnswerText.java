package erp.assistant.stub;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of an answer, in token-sized pieces. */
final class AnswerText {

    private static final int FACTS_NAMED = 4;
    private static final Pattern GERMAN =
            Pattern.compile("\\b(?:der|die|das|ist|warum|wann|wie|welche|und|nicht|Antworte|Deutsch|German)\\b");
    private static final String CANNED =
            "I can only answer from the record that was sent along, and it names nothing that bears on "
                    + "this question. Please open the record in the ERP, or ask about one of its fields.";
    private static final String CANNED_GERMAN =
            "Ich kann nur aus dem mitgesendeten Datensatz antworten, und er nennt nichts zu dieser "
                    + "Frage. Bitte öffnen Sie den Datensatz im ERP oder fragen Sie nach einem seiner Felder.";

    private AnswerText() {}

    static List<String> pieces(StubSettings settings, StubRequest request) {
        int tokens = settings.whole(Setting.TOKENS);
        return switch (settings.text()) {
            case STAMPS -> java.util.Collections.nCopies(Math.max(1, tokens), Stamp.BLANK);
            case SCRIPT -> ofLength(cut(settings.script(), settings.whole(Setting.PIECE)), tokens);
            case FACTS -> ofLength(cut(believable(request.body()), settings.whole(Setting.PIECE)), tokens);
        };
    }

    static String believable(String body) {
        PromptFacts prompt = PromptFacts.in(body);
        boolean german = GERMAN.matcher(prompt.question()).find();
        List<PromptFacts.Fact> facts = prompt.mostFitting(FACTS_NAMED);
        if (facts.isEmpty()) {
            return german ? CANNED_GERMAN : CANNED;
        }
        StringBuilder text = new StringBuilder(german ? "Der Datensatz nennt " : "The record names ");
        for (int i = 0; i < facts.size(); i++) {
            PromptFacts.Fact fact = facts.get(i);
            if (i == 1) {
                text.append(german ? ". Dazu gehört " : ". With it goes ");
            } else if (i == 2) {
                text.append(german ? ". Weiter steht dort " : ". It also says ");
            } else if (i == 3) {
                text.append(german ? " und " : " and ");
            }
            text.append(fact.label()).append(": ").append(fact.value());
            text.append(" [#").append(fact.id()).append(']');
        }
        return text.append(
                        german
                                ? ". Mehr gibt er zu dieser Frage nicht her."
                                : ". It holds nothing more on this question.")
                .toString();
    }

    /** Cuts the text where tokens of a language model might end; the pieces joined are the text. */
    static List<String> cut(String text, int most) {
        List<String> pieces = new ArrayList<>();
        Matcher matcher =
                Pattern.compile("\\s*\\S{1," + Math.max(1, most) + "}|\\s+").matcher(text);
        while (matcher.find()) {
            pieces.add(matcher.group());
        }
        return pieces;
    }

    private static List<String> ofLength(List<String> pieces, int tokens) {
        if (tokens == 0 || pieces.isEmpty()) {
            return pieces;
        }
        List<String> sized = new ArrayList<>(tokens);
        for (int i = 0; i < tokens; i++) {
            String piece = pieces.get(i % pieces.size());
            sized.add(i > 0 && i % pieces.size() == 0 ? " " + piece : piece);
        }
        return sized;
    }
}
