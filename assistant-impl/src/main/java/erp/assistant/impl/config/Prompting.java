package erp.assistant.impl.config;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What of a record may leave the company.
 *
 * @param maskPersonal whether tokens stand for personal data in what is sent
 * @param confidentialRoles who may have confidential fields sent; empty for everyone to whom the ERP shows them
 * @param outputByAction the cap of answers to prepared questions that have one of their own
 * @param largeFromTokens the length of a prompt from which on the large model is asked; empty for never
 * @param targetTokens the length of a prompt up to which it is filled with what the question has nothing to do with
 * @param lookupRounds how many times a model may look something up before it answers; 0 if it may not
 */
public record Prompting(
        boolean maskPersonal,
        Set<String> confidentialRoles,
        int targetTokens,
        Map<String, Integer> outputByAction,
        OptionalInt largeFromTokens,
        int lookupRounds) {

    public static final Prompting DEFAULT = new Prompting(true, Set.of(), 1000, Map.of(), OptionalInt.empty(), 0);

    public Prompting {
        confidentialRoles = Set.copyOf(confidentialRoles);
        outputByAction = Map.copyOf(outputByAction);
    }
}
