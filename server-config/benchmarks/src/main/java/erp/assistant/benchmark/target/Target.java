package erp.assistant.benchmark.target;

import erp.assistant.benchmark.load.Ask;
import erp.assistant.benchmark.machine.ProcessTree;
import java.util.Optional;

/** A running server that answers a question with the stub's stream, in whatever format. */
public interface Target extends AutoCloseable {

    /** As the report names it. */
    String name();

    Ask ask();

    /** Empty for the stub itself, which is part of the harness. */
    Optional<ProcessTree> processes();

    /** Stops it. */
    @Override
    void close();
}
