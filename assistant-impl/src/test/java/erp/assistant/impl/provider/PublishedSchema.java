package erp.assistant.impl.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import erp.assistant.impl.config.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What a vendor says its requests, events or answers look like; where the schemas come from is told beside them. */
final class PublishedSchema {

    private static final SchemaRegistry REGISTRY = registry();

    private final Schema schema;

    private PublishedSchema(Schema schema) {
        this.schema = schema;
    }

    private static SchemaRegistry registry() {
        // The validator's logging interface would complain that nobody listens.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
    }

    static PublishedSchema of(Dialect dialect, String what) {
        String name = "schema/" + dialect.key() + "-" + what + ".json";
        try (InputStream in = PublishedSchema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new PublishedSchema(REGISTRY.getSchema(new String(in.readAllBytes(), UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with the JSON text; empty if nothing is. */
    List<String> problems(String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}
