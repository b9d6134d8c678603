package erp.assistant.impl.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value that knows where in its file it stands, which {@code jakarta.json.JsonValue} does not. */
sealed interface Node {

    Place place();

    /** What it is, in words for a message. */
    String kind();

    /** An object; its members keep their order. */
    record Members(Place place, Map<String, Member> members) implements Node {
        public Members {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        @Override
        public String kind() {
            return "an object";
        }
    }

    /** A member's name and value. */
    record Member(Place place, Node value) {}

    record Elements(Place place, List<Node> elements) implements Node {
        public Elements {
            elements = List.copyOf(elements);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    record Text(Place place, String text) implements Node {
        @Override
        public String kind() {
            return "'" + text + "'";
        }
    }

    record Other(Place place, String written) implements Node {
        @Override
        public String kind() {
            return written;
        }
    }
}
