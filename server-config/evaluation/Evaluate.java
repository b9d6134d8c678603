import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Runs the evaluation on a server that is up and writes its report: {@code java Evaluate.java limit=0.50 variant=primary:small}.
 *
 * <p>One file without dependencies, started by its source. Exit code 0 if all questions were answered, 1 if the run ended in another way,
 * 2 if it could not begin.
 */
public final class Evaluate {

    private static final String USAGE = """
            java Evaluate.java limit=0.50 [name=value ...]
              limit      the most that all questions may cost, in the company's currency; not needed for recordings
              server     http://127.0.0.1:9080
              user       adam; the password is in the environment as ASSISTANT_PASSWORD, else it is the user's name
              cases      all, or the name of a set such as sample-erp
              languages  de,en,... ; all if missing
              variant    primary:small, backup:large:answer/3, or recording:<run>:0; twice to compare; primary:small if missing
              model      any model of the provider by its name, for the variant before it: variant=primary model=claude-x
              recorded   a file that an earlier run has written, such as recording-0.json, which is judged; nobody is asked
              out        target/evaluation; report.md, questions.csv, run.json, and recording-0.json for each variant go there""";

    private static final Variant PRIMARY = new Variant("primary:small", "");
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int NOT_BEGUN = 2;
    private static final int ACCEPTED = 202;
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> options;
    private final List<Variant> variants;

    /**
     * Who answers.
     *
     * @param words as in the usage
     * @param model by its name, or empty
     */
    private record Variant(String words, String model) {}

    private Evaluate(Map<String, String> options, List<Variant> variants) {
        this.options = options;
        this.variants = variants;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> options = new HashMap<>(Map.of(
                "server", "http://127.0.0.1:9080", "user", "adam", "cases", "all", "languages", "", "limit", "", "out",
                "target/evaluation", "recorded", ""));
        List<Variant> variants = new ArrayList<>();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (parts.length == 2 && parts[0].equals("variant")) {
                variants.add(new Variant(parts[1], ""));
            } else if (parts.length == 2 && parts[0].equals("model")) {
                Variant before = variants.isEmpty() ? PRIMARY : variants.remove(variants.size() - 1);
                variants.add(new Variant(before.words(), parts[1]));
            } else if (parts.length == 2 && options.containsKey(parts[0])) {
                options.put(parts[0], parts[1]);
            } else {
                System.err.println("What is " + argument + "?\n" + USAGE);
                System.exit(NOT_BEGUN);
            }
        }
        System.exit(new Evaluate(options, variants.isEmpty() ? List.of(PRIMARY) : variants).run());
    }

    private int run() throws IOException, InterruptedException {
        HttpResponse<String> begun = send(begin().header("Content-Type", "application/json"));
        if (begun.statusCode() != ACCEPTED) {
            System.err.println(begun.statusCode() + " " + begun.body());
            return NOT_BEGUN;
        }
        String id = text(begun.body(), "id");
        System.out.println("run " + id);
        String state = waitFor(id);
        Path out = Files.createDirectories(Path.of(options.get("out")));
        Files.writeString(out.resolve("run.json"), get("/runs/" + id + "?answers=true"));
        // Judged answers are in their recording already, which may be a file of this folder.
        for (int i = 0; i < variants.size() && options.get("recorded").isEmpty(); i++) {
            Files.writeString(out.resolve("recording-" + i + ".json"), get("/runs/" + id + "/recording?variant=" + i));
        }
        Files.writeString(out.resolve("questions.csv"), get("/runs/" + id + "/report?format=csv"));
        String report = get("/runs/" + id + "/report?format=md");
        Files.writeString(out.resolve("report.md"), report);
        System.out.println(report + "\nwritten to " + out.toAbsolutePath());
        return state.equals("finished") ? 0 : 1;
    }

    private HttpRequest.Builder begin() throws IOException {
        String recorded = options.get("recorded");
        return recorded.isEmpty()
                ? request("/runs").POST(BodyPublishers.ofString(plan()))
                : request("/recordings").POST(BodyPublishers.ofFile(Path.of(recorded)));
    }

    private String waitFor(String id) throws IOException, InterruptedException {
        while (true) {
            String run = get("/runs/" + id);
            String state = text(run, "state");
            System.out.println(state + ": " + number(run, "done") + " of " + number(run, "planned"));
            if (!state.equals("running")) {
                return state;
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private String plan() {
        String languages = Arrays.stream(options.get("languages").split(","))
                .filter(language -> !language.isBlank())
                .map(Evaluate::quoted)
                .collect(Collectors.joining(",", "[", "]"));
        String all = variants.stream().map(Evaluate::variant).collect(Collectors.joining(",", "[", "]"));
        return "{\"cases\":" + quoted(options.get("cases")) + ",\"languages\":" + languages + ",\"variants\":" + all
                + ",\"spendingLimit\":" + quoted(options.get("limit")) + "}";
    }

    private static String variant(Variant variant) {
        String[] parts = variant.words().split(":", 3);
        String model = variant.model().isEmpty() ? "" : ",\"model\":" + quoted(variant.model());
        if (parts[0].equals("recording")) {
            return "{\"recording\":" + quoted(part(parts, 1)) + ",\"variant\":" + (parts.length > 2 ? parts[2] : "0") + model + "}";
        }
        return "{\"slot\":" + quoted(parts[0]) + ",\"tier\":" + quoted(part(parts, 1)) + ",\"template\":"
                + quoted(part(parts, 2)) + model + "}";
    }

    private static String part(String[] parts, int number) {
        return parts.length > number ? parts[number] : "";
    }

    private static String quoted(String text) {
        return '"' + text.strip().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request(path).GET());
        if (response.statusCode() != OK) {
            throw new IOException(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path) {
        String user = options.get("user");
        String password = System.getenv().getOrDefault("ASSISTANT_PASSWORD", user);
        String basic = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(
                        URI.create(options.get("server") + "/assistant/api/v1/admin/evaluation" + path))
                .header("Authorization", "Basic " + basic)
                .header("X-Requested-With", "evaluate");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** The members looked for come before any text that somebody has written. */
    private static String text(String json, String name) {
        return first(json, "\"" + name + "\":\"([^\"]*)\"");
    }

    private static String number(String json, String name) {
        return first(json, "\"" + name + "\":(\\d+)");
    }

    private static String first(String json, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("the server's answer has no " + pattern);
        }
        return matcher.group(1);
    }
}
