package erp.assistant.web;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import erp.assistant.AssistantException;
import erp.assistant.Problem;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a caller is told. */
final class Refusals {

    private Refusals() {}

    static Problem of(ThrowingCallable call) {
        return Objects.requireNonNull(catchThrowableOfType(AssistantException.class, call), "nothing was refused")
                .problem();
    }
}
