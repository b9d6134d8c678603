package erp.assistant.benchmark;

import erp.assistant.benchmark.target.AssistantServer;
import erp.assistant.benchmark.target.Direct;
import erp.assistant.benchmark.target.LangChainPeer;
import erp.assistant.benchmark.target.Nginx;
import erp.assistant.benchmark.target.Target;
import erp.assistant.benchmark.target.TargetName;
import erp.assistant.benchmark.target.Workshop;
import erp.assistant.stub.ProviderStub;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Starts what is to be measured, and knows what is missing on this machine. */
final class Targets implements AutoCloseable {

    private final List<Target> running = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    /** Starts those wanted, one after the other. */
    static Targets start(Set<TargetName> wanted, Workshop workshop, ProviderStub primary, ProviderStub backup) {
        Targets targets = new Targets();
        try {
            wanted.forEach(name -> targets.start(name, workshop, primary, backup));
        } catch (RuntimeException e) {
            targets.close();
            throw e;
        }
        return targets;
    }

    private void start(TargetName name, Workshop workshop, ProviderStub primary, ProviderStub backup) {
        switch (name) {
            case DIRECT -> running.add(Direct.at(primary.baseUri()));
            case NGINX -> {
                if (Nginx.installed()) {
                    running.add(Nginx.start(workshop, primary.baseUri()));
                } else {
                    missing.add("nginx is not installed");
                }
            }
            case LANGCHAIN4J -> {
                if (LangChainPeer.built(workshop)) {
                    running.add(LangChainPeer.start(workshop, primary.baseUri()));
                } else {
                    missing.add("the LangChain4j peer was not built (profile benchmark)");
                }
            }
            case ASSISTANT -> running.add(AssistantServer.start(workshop, primary.baseUri(), backup.baseUri()));
        }
    }

    List<Target> running() {
        return List.copyOf(running);
    }

    /** In words, what was wanted and could not be started. */
    List<String> missing() {
        return List.copyOf(missing);
    }

    @Override
    public void close() {
        running.forEach(Target::close);
    }
}
