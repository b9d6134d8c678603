package erp.assistant.web;

import erp.assistant.AnswerEvent.Figures;
import erp.assistant.AssistantException;
import erp.assistant.Problem;
import erp.assistant.report.EvaluationRecording;
import erp.assistant.report.EvaluationRecording.Answer;
import erp.assistant.report.EvaluationRuns;
import jakarta.json.Json;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the file of a recording, which {@link RecordingWriter} writes. What is wrong is said with its line and member; members that are not
 * known are passed over.
 */
final class RecordingReader {

    /** Of a file, in bytes: the most answers of a run, of several pages each. */
    static final int LONGEST = 64 * 1024 * 1024;

    private static final int LONGEST_NAME = 300;
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private final JsonParser parser;
    private final Map<String, String> head = new HashMap<>();
    private final List<Answer> answers = new ArrayList<>();
    private final Map<List<String>, Integer> lines = new HashMap<>();
    private boolean versioned;
    private boolean listed;

    private RecordingReader(JsonParser parser) {
        this.parser = parser;
    }

    static EvaluationRecording read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new AssistantException(Problem.of(
                    Problem.Code.TOO_LARGE, "A recording can have at most " + LONGEST / 1024 / 1024 + " MiB."));
        }
        try (JsonParser parser = PARSERS.createParser(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            return new RecordingReader(parser).recording();
        } catch (JsonParsingException e) {
            throw invalid(e.getLocation(), "this is not JSON");
        } catch (AssistantException e) {
            throw e;
        } catch (RuntimeException e) {
            // Not only JsonException: Parsson tells what is nested too deeply by a bare RuntimeException.
            throw JsonBody.invalid("The recording is not a JSON object that ends.");
        }
    }

    private EvaluationRecording recording() {
        if (!parser.hasNext() || parser.next() != Event.START_OBJECT) {
            throw invalid(
                    parser.getLocation(),
                    "a recording is a JSON object with format, version, label, recordedAt and answers");
        }
        while (parser.hasNext() && parser.next() == Event.KEY_NAME) {
            member(parser.getString());
        }
        if (parser.hasNext()) {
            throw invalid(parser.getLocation(), "something follows the recording");
        }
        if (!RecordingWriter.FORMAT.equals(head.get("format"))) {
            throw JsonBody.invalid("The recording needs format \"" + RecordingWriter.FORMAT + "\".");
        }
        if (!versioned) {
            throw JsonBody.invalid("The recording needs version " + RecordingWriter.VERSION + ".");
        }
        if (!listed) {
            throw JsonBody.invalid("The recording needs answers.");
        }
        return new EvaluationRecording(required("label"), recordedAt(required("recordedAt")), answers);
    }

    private void member(String name) {
        Event value = parser.next();
        switch (name) {
            case "format", "label", "recordedAt" -> {
                if (value != Event.VALUE_STRING || parser.getString().length() > LONGEST_NAME) {
                    throw invalid(parser.getLocation(), name + " must be a text of at most " + LONGEST_NAME + " signs");
                }
                head.put(name, parser.getString());
            }
            case "version" -> {
                if (value != Event.VALUE_NUMBER
                        || !parser.getString().equals(String.valueOf(RecordingWriter.VERSION))) {
                    throw invalid(
                            parser.getLocation(),
                            "version must be " + RecordingWriter.VERSION + ", the only one that this server reads");
                }
                versioned = true;
            }
            case "answers" -> {
                if (value != Event.START_ARRAY) {
                    throw invalid(parser.getLocation(), "answers must be an array");
                }
                listed = true;
                answers();
            }
            default -> passOver(value);
        }
    }

    /** Not by the parser's own skipping, which goes on for ever where an object does not end. */
    private void passOver(Event begin) {
        int depth = depth(begin);
        while (depth > 0) {
            depth += depth(parser.next());
        }
    }

    private static int depth(Event event) {
        return switch (event) {
            case START_OBJECT, START_ARRAY -> 1;
            case END_OBJECT, END_ARRAY -> -1;
            default -> 0;
        };
    }

    private void answers() {
        for (Event each = parser.next(); each != Event.END_ARRAY; each = parser.next()) {
            int line = (int) parser.getLocation().getLineNumber();
            String path = "answers[" + answers.size() + "]";
            if (each != Event.START_OBJECT) {
                throw invalid(parser.getLocation(), path + " must be an object");
            }
            if (answers.size() == EvaluationRuns.MOST_QUESTIONS) {
                throw invalid(
                        parser.getLocation(), "there can be at most " + EvaluationRuns.MOST_QUESTIONS + " answers");
            }
            Answer answer = answer(new RecordingMembers(parser.getObject(), line, path));
            Integer before = lines.put(List.of(answer.caseId(), answer.language()), line);
            if (before != null) {
                throw JsonBody.invalid("Line " + line + ": " + path + " is a second answer to " + answer.caseId()
                        + " in " + answer.language() + ", after that of line " + before + ".");
            }
            answers.add(answer);
        }
    }

    private static Answer answer(RecordingMembers members) {
        RecordingMembers figures = members.object("figures");
        RecordingMembers usage = members.object("usage");
        List<String> unmatched = figures.texts("unmatched");
        return new Answer(
                members.name("case"),
                members.name("language"),
                members.text("answer"),
                members.values("sent"),
                members.distinct("cited"),
                new Figures(figures.number("checked", unmatched.size(), Integer.MAX_VALUE), unmatched),
                members.optionalName("languageAnswered"),
                members.flag("refused"),
                members.name("problem", true),
                usage.count("input"),
                usage.count("output"),
                members.optionalCount("firstMs"),
                members.count("totalMs"),
                members.name("model", true),
                members.name("template", true));
    }

    private String required(String name) {
        String value = head.get(name);
        if (value == null) {
            throw JsonBody.invalid("The recording needs " + name + ".");
        }
        return value;
    }

    private static Instant recordedAt(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw JsonBody.invalid("recordedAt must be an instant in UTC such as 2026-11-20T10:02:00Z.");
        }
    }

    private static AssistantException invalid(JsonLocation where, String what) {
        return JsonBody.invalid(
                "Line " + where.getLineNumber() + ", column " + where.getColumnNumber() + ": " + what + ".");
    }
}
