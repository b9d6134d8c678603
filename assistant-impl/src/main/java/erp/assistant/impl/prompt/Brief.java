package erp.assistant.impl.prompt;

/**
 * A value as briefly as a model cannot misread it: {@code 12400 EUR}, {@code 2 May}, {@code 12.5%}, {@code -} for none.
 *
 * @param unit what stands behind the number, or empty; a table may tell it once for a column
 */
record Brief(String text, String unit) {

    static final String NONE = "-";

    static Brief of(String text) {
        return new Brief(text, "");
    }

    /** With its unit, unless the label has it already: {@code Open lines=3}. */
    String after(String label) {
        return unit.isEmpty() || saysUnit(label, unit) ? text : whole();
    }

    String whole() {
        if (unit.isEmpty()) {
            return text;
        }
        return unit.equals("%") ? text + unit : text + " " + unit;
    }

    /** Whether a label has a unit as its first or last word, in any case. */
    static boolean saysUnit(String label, String unit) {
        int rest = label.length() - unit.length();
        if (rest < 0) {
            return false;
        }
        boolean last =
                label.regionMatches(true, rest, unit, 0, unit.length()) && (rest == 0 || label.charAt(rest - 1) == ' ');
        boolean first = label.regionMatches(true, 0, unit, 0, unit.length())
                && (rest == 0 || label.charAt(unit.length()) == ' ');
        return last || first;
    }
}
