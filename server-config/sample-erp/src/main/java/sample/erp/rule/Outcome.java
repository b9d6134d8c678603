package sample.erp.rule;

/** What came of a rule. */
public enum Outcome {
    PASSED("passed"),
    WARNED("to be looked at"),
    STOPPED("stopped");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    /** What the screens call it. */
    public String label() {
        return label;
    }
}
