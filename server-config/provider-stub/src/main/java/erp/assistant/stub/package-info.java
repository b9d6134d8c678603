/**
 * A pretend AI provider for tests, demos and load tests: both wire protocols, with pace and faults on demand. Start at
 * {@link erp.assistant.stub.ProviderStub}; {@link erp.assistant.stub.Main} is the same as a program.
 *
 * <p>One thread serves all connections, so that thousands of slow streams cost next to nothing.
 */
@NullMarked
package erp.assistant.stub;

import org.jspecify.annotations.NullMarked;
