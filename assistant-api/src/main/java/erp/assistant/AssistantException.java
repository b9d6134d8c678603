package erp.assistant;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says that there will be no answer, and why. */
public final class AssistantException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public AssistantException(Problem problem) {
        this(problem, null);
    }

    public AssistantException(Problem problem, @Nullable Throwable cause) {
        super(problem.code() + ": " + problem.detail(), cause);
        this.problem = Objects.requireNonNull(problem, "problem");
    }

    public Problem problem() {
        return problem;
    }
}
