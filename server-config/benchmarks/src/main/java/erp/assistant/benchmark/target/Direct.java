package erp.assistant.benchmark.target;

import erp.assistant.benchmark.load.Ask;
import erp.assistant.benchmark.machine.ProcessTree;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The stub with nothing between it and the load generator. */
public record Direct(Ask ask) implements Target {

    /** An Anthropic request as a client without any assistant sends it. */
    static final String BODY =
            "{\"model\":\"stub\",\"stream\":true,\"max_tokens\":1024,\"messages\":[{\"role\":\"user\",\"content\":\""
                    + Ask.QUESTION + "\"}]}";

    static final String PATH = "/v1/messages";

    public static Direct at(URI stub) {
        return new Direct(new Ask(stub.resolve(PATH), Map.of(), BODY));
    }

    @Override
    public String name() {
        return TargetName.DIRECT.key();
    }

    @Override
    public Optional<ProcessTree> processes() {
        return Optional.empty();
    }

    @Override
    public void close() {
        // the harness stops its stub
    }
}
