package erp.assistant.server;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WARs as the build made them: what is tested is what ships. */
final class Wars {

    private static final File SERVER_CONFIG = new File(System.getProperty("it.wars"));

    private Wars() {}

    static WebArchive assistant() {
        return war("assistant.war", assistantFile());
    }

    static File assistantFile() {
        return new File(SERVER_CONFIG, "../assistant-web/target/assistant.war");
    }

    static WebArchive erp() {
        return war("erp.war", erpFile());
    }

    static File erpFile() {
        return new File(SERVER_CONFIG, "sample-erp/target/erp.war");
    }

    private static WebArchive war(String name, File file) {
        return ShrinkWrap.create(ZipImporter.class, name).importFrom(file).as(WebArchive.class);
    }
}
