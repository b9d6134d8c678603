package erp.assistant.benchmark.target;

import java.util.Locale;

/** The targets in the order in which the report shows them. */
public enum TargetName {
    /** The harness against the stub: what the figures are worth. */
    DIRECT,
    /** The least that a server can do: pass bytes on. */
    NGINX,
    /** The usual way to build it: Open Liberty, LangChain4j, JAX-RS server-sent events. */
    LANGCHAIN4J,
    ASSISTANT;

    /** As command line and report write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
