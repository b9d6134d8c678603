package erp.assistant.impl.config;

import java.util.Locale;
import java.util.Objects;

/** A value that never shows itself: not in {@code toString}, not by serialisation, not in a record's text. */
public final class Secret {

    private final char[] value;

    public Secret(String value) {
        this.value = Objects.requireNonNull(value, "value").toCharArray();
    }

    /** The value itself, for the one header that carries it. */
    public String reveal() {
        return new String(value);
    }

    /** The last four characters, or nothing if that would be a third of the value or more. */
    public String hint() {
        return value.length > 12 ? new String(value, value.length - 4, 4) : "";
    }

    /** Whether a text holds the value, in whatever case; never for a value so short that it may be an ordinary word. */
    public boolean isIn(String text) {
        return value.length > 12 && text.toLowerCase(Locale.ROOT).contains(reveal().toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && java.util.Arrays.equals(value, secret.value);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
