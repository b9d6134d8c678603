package erp.assistant.benchmark.target;

import java.nio.file.Path;

/**
 * Where servers are put together and run.
 *
 * @param module the folder of this module, as Maven has built the whole project around it
 */
public record Workshop(Path module) {

    /** The Open Liberty that the server module has unpacked. */
    Path liberty() {
        return module.resolve("../target/liberty/wlp").normalize();
    }

    Path folder(String target) {
        // Deep enough that the demo's optional include of a checkout's classes finds nothing: WARs and jars are
        // measured.
        return module.resolve("target/run").resolve(target).resolve("wlp/usr");
    }

    Path assistantWar() {
        return module.resolve("../../assistant-web/target/assistant.war").normalize();
    }

    Path erpWar() {
        return module.resolve("../sample-erp/target/erp.war").normalize();
    }

    Path peerWar() {
        return module.resolve("target/peer/liberty-peer.war");
    }
}
