package erp.assistant.impl.config;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What of a record may leave the company, and with which instructions.
 *
 * @param maskPersonal whether tokens stand for personal data in what is sent
 * @param confidentialRoles who may have confidential fields sent; empty for everyone to whom the ERP shows them
 * @param outputByAction the cap of answers to prepared questions that have one of their own
 * @param largeFromTokens the length of a prompt from which on the large model is asked; empty for never
 * @param templating which instructions it is sent with
 * @param targetTokens the length of a prompt up to which it is filled with what the question has nothing to do with
 * @param lookupRounds how many times a model may look something up before it answers; 0 if it may not
 */
public record Prompting(
        boolean maskPersonal,
        Set<String> confidentialRoles,
        int targetTokens,
        Map<String, Integer> outputByAction,
        OptionalInt largeFromTokens,
        Templating templating,
        int lookupRounds) {

    public static final Prompting DEFAULT =
            new Prompting(true, Set.of(), 600, Map.of(), OptionalInt.empty(), Templating.DEFAULT, 0);

    public Prompting {
        confidentialRoles = Set.copyOf(confidentialRoles);
        outputByAction = Map.copyOf(outputByAction);
    }

    /** With the instructions that are shipped. */
    public Prompting(
            boolean maskPersonal,
            Set<String> confidentialRoles,
            int targetTokens,
            Map<String, Integer> outputByAction,
            OptionalInt largeFromTokens) {
        this(maskPersonal, confidentialRoles, targetTokens, outputByAction, largeFromTokens, Templating.DEFAULT, 0);
    }
}
