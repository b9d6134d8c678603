package erp.assistant.impl.prompt;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of an admin's folder: a template, or what is wrong with it.
 *
 * @param problem begins with the file's name
 */
record TemplateFile(Optional<Template> template, Optional<Fault> problem) {

    /** The longest file, in bytes. */
    static final int LARGEST = 8 * 1024;

    private static final Pattern NAME = Pattern.compile("([a-z][a-z0-9]*(?:-[a-z0-9]+)*)-([1-9][0-9]{0,5})\\.txt");
    private static final Pattern REPLACEABLE = Pattern.compile("answer|form|action-.+");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}\\n]*}");
    private static final Pattern TAG = Pattern.compile("<\\s*/?\\s*[A-Za-z]");

    /**
     * Why a file or a key does not do what it was meant to.
     *
     * @param file empty if it is the key's
     */
    record Fault(String file, String problem) {}

    /**
     * Reads one.
     *
     * @param most the most tokens that it may have, by estimate: instructions must leave room for data
     */
    static TemplateFile of(String file, byte[] bytes, int most) {
        Matcher name = NAME.matcher(file);
        if (!name.matches()) {
            return wrong(file, "is not named like answer-4.txt: a name, a dash and a version from 1");
        }
        if (!REPLACEABLE.matcher(name.group(1)).matches()) {
            return wrong(
                    file, "names nothing that can be replaced; that are answer, form and action-<id of an action>");
        }
        if (bytes.length > LARGEST) {
            return wrong(file, "is larger than " + LARGEST + " bytes");
        }
        Optional<String> text = utf8(bytes);
        if (text.isEmpty()) {
            return wrong(file, "is not UTF-8");
        }
        String problem = problem(text.get(), most);
        return problem.isEmpty()
                ? new TemplateFile(
                        Optional.of(Template.ofFolder(name.group(1), Integer.parseInt(name.group(2)), text.get())),
                        Optional.empty())
                : wrong(file, problem);
    }

    static TemplateFile wrong(String file, String problem) {
        return new TemplateFile(Optional.empty(), Optional.of(new Fault(file, file + " " + problem)));
    }

    private static String problem(String text, int most) {
        if (text.isBlank()) {
            return "is empty";
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            return "has control characters";
        }
        for (Matcher found = PLACEHOLDER.matcher(text); found.find(); ) {
            if (!found.group().equals(Instructions.LANGUAGE)) {
                return "has " + found.group() + ", which is no placeholder; known is " + Instructions.LANGUAGE;
            }
        }
        if (TAG.matcher(text).find()) {
            return "has < before a letter: only the data may stand between tags";
        }
        int tokens = TokenEstimate.of(text);
        return tokens > most
                ? "has about " + tokens + " tokens; more than " + most
                        + ", a third of assistant.prompt.max-tokens, leave too little room for data"
                : "";
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .replace("\r\n", "\n"));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
