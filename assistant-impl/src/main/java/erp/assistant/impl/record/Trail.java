package erp.assistant.impl.record;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The classes and places of a failure and its causes, without their messages. */
final class Trail {

    private static final int DEPTH = 5;

    private Trail() {}

    static String of(Throwable failure) {
        List<String> steps = new ArrayList<>();
        for (@Nullable Throwable step = failure; step != null && steps.size() < DEPTH; step = step.getCause()) {
            StackTraceElement[] frames = step.getStackTrace();
            steps.add(step.getClass().getName() + (frames.length == 0 ? "" : " at " + frames[0]));
        }
        return String.join(", caused by ", steps);
    }
}
