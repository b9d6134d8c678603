package erp.assistant.impl.provider.offline;

import java.util.regex.Pattern;

/** Makes text show as it is where Markdown is expected: no emphasis, link, code or citation can come out of a record. */
final class Markdown {

    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>#|~]");

    private Markdown() {}

    static String escape(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }
}
