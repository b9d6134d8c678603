package erp.assistant.impl.mapping;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259) with the place of each value. A name that is used twice in an object is refused, where the standard
 * leaves it open which of them counts. For one text and one thread.
 */
final class NodeReader {

    /** Looked up once: it depends on the thread's class loader, which is the application's at start only. */
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private final String text;
    private final Problems problems;
    private final JsonParser parser;

    private NodeReader(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
        this.parser = PARSERS.createParser(new StringReader(text));
    }

    /** The file's object; what is wrong is noted. An object without members stands for what cannot be read at all. */
    static Node.Members read(String text, Problems problems) {
        Place start = new Place(1, 1);
        Node.Members nothing = new Node.Members(start, Map.of());
        NodeReader reader = new NodeReader(text, problems);
        try {
            Node node = reader.value();
            if (reader.parser.hasNext()) {
                reader.parser.next();
            }
            if (node instanceof Node.Members members) {
                return members;
            }
            problems.add(start, "the file must be one object in braces");
        } catch (JsonParsingException e) {
            problems.add(
                    new Place((int) e.getLocation().getLineNumber(), (int)
                            e.getLocation().getColumnNumber()),
                    "this is no JSON; look here and just before for a missing or superfluous comma, quote or bracket");
        }
        return nothing;
    }

    private Node value() {
        Place place = next();
        return node(place, parser.next());
    }

    private Node node(Place place, Event event) {
        return switch (event) {
            case START_OBJECT -> members(place);
            case START_ARRAY -> elements(place);
            case VALUE_STRING -> new Node.Text(place, parser.getString());
            case VALUE_NUMBER -> new Node.Other(place, parser.getString());
            case VALUE_TRUE -> new Node.Other(place, "true");
            case VALUE_FALSE -> new Node.Other(place, "false");
            default -> new Node.Other(place, "null");
        };
    }

    private Node members(Place place) {
        Map<String, Node.Member> members = new LinkedHashMap<>();
        while (true) {
            Place namePlace = next();
            if (parser.next() == Event.END_OBJECT) {
                return new Node.Members(place, members);
            }
            String name = parser.getString();
            Node.Member earlier = members.put(name, new Node.Member(namePlace, value()));
            if (earlier != null) {
                problems.add(namePlace, "'" + name + "' stands in " + earlier.place() + " already");
            }
        }
    }

    private Node elements(Place place) {
        List<Node> elements = new ArrayList<>();
        while (true) {
            Place next = next();
            Event event = parser.next();
            if (event == Event.END_ARRAY) {
                return new Node.Elements(place, elements);
            }
            elements.add(node(next, event));
        }
    }

    /** Where the next value or name begins: behind what has been read, white space, colon and comma. */
    private Place next() {
        int offset = (int) Math.max(0, parser.getLocation().getStreamOffset());
        while (offset < text.length() && " \t\r\n,:".indexOf(text.charAt(offset)) >= 0) {
            offset++;
        }
        return Place.of(text, offset);
    }
}
