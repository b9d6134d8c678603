package erp.assistant.chat.contract;

import erp.assistant.chat.ChatModel;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a test class tells about the model that it puts under the contract. */
@ExtendWith(BenchForEachTest.class)
public interface ModelUnderTest {

    /**
     * A model that calls this endpoint. Asked for once in each test, or twice where budgets change; closed after the test if it
     * is {@link AutoCloseable}.
     */
    ChatModel open(Endpoint endpoint) throws Exception;

    /** The name by which its completions and faults call the provider. */
    String provider();

    /** Whether text is passed on while it arrives. What needs that is not tested on a model that asks for whole answers. */
    default boolean streams() {
        return true;
    }
}
