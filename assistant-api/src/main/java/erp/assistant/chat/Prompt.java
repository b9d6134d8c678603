package erp.assistant.chat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A finished prompt: what leaves the company, and nothing else does.
 *
 * @param template name and version of the template it was written from, such as {@code answer/1}
 * @param system the instructions; the same for all questions of a template and language, so that providers can cache them
 * @param user the record as a delimited block of data, and the question
 * @param question the question alone, for answers made without a provider
 * @param facts the values that {@code user} holds, in its order
 * @param language the language of the answer
 * @param estimatedTokens an estimate of the input tokens, earlier turns included, that is not too low
 * @param turns what was said before, oldest first: the user's and the assistant's turns in pairs, so that {@code user} comes
 *     next; empty for a question that stands alone
 * @param lookups what the model may look up, and has looked up since {@code user}
 */
public record Prompt(
        String template,
        String system,
        String user,
        String question,
        List<Fact> facts,
        Locale language,
        int estimatedTokens,
        List<Turn> turns,
        Lookups lookups) {
    public Prompt {
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(language, "language");
        facts = List.copyOf(facts);
        if (estimatedTokens < 0) {
            throw new IllegalArgumentException("estimated tokens " + estimatedTokens + " must not be negative");
        }
        Objects.requireNonNull(lookups, "lookups");
        turns = List.copyOf(turns);
        if (turns.size() % 2 != 0) {
            throw new IllegalArgumentException(turns.size() + " earlier turns do not end with the assistant's");
        }
        for (int i = 0; i < turns.size(); i++) {
            if (turns.get(i).role() != (i % 2 == 0 ? Turn.Role.USER : Turn.Role.ASSISTANT)) {
                throw new IllegalArgumentException("earlier turn " + i + " is out of order");
            }
        }
    }

    /** A prompt for which nothing may be looked up. */
    public Prompt(
            String template,
            String system,
            String user,
            String question,
            List<Fact> facts,
            Locale language,
            int estimatedTokens,
            List<Turn> turns) {
        this(template, system, user, question, facts, language, estimatedTokens, turns, Lookups.NONE);
    }

    /** The same with these look-ups, which tell these facts more and take so many tokens more. */
    public Prompt with(Lookups other, List<Fact> more, int moreTokens) {
        return new Prompt(
                template,
                system,
                user,
                question,
                Stream.concat(facts.stream(), more.stream()).toList(),
                language,
                estimatedTokens + moreTokens,
                turns,
                other);
    }

    /** A prompt without earlier turns. */
    public Prompt(
            String template,
            String system,
            String user,
            String question,
            List<Fact> facts,
            Locale language,
            int estimatedTokens) {
        this(template, system, user, question, facts, language, estimatedTokens, List.of());
    }

    /** Does not show the content, so that a prompt can be logged. */
    @Override
    public String toString() {
        return "Prompt[" + template + ", " + turns.size() + " turns, " + facts.size() + " facts, about "
                + estimatedTokens + " tokens]";
    }
}
