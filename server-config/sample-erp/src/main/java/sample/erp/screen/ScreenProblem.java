package sample.erp.screen;

/** Why a screen gets no answer, in words for whoever looks at it. */
public final class ScreenProblem extends RuntimeException {

    private final int status;

    private ScreenProblem(int status, String message) {
        super(message);
        this.status = status;
    }

    /** A record that does not exist and one that the person may not see: the same words for both. */
    static ScreenProblem recordNotAvailable() {
        return new ScreenProblem(404, "This record does not exist, or you may not see it.");
    }

    static ScreenProblem forbidden(String message) {
        return new ScreenProblem(403, message);
    }

    static ScreenProblem invalid(String message) {
        return new ScreenProblem(400, message);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
