package erp.assistant.web.ui;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.NativeObject;
import org.mozilla.javascript.ScriptableObject;

/**
 * Makes the files of the panel that are shipped: one minified module of all that the entry imports, and each language by itself.
 *
 * <p>Run by the build from source, with Rhino and UglifyJS on the class path: {@code java PanelBundle.java SOURCES TARGET}. It
 * understands the imports and exports that the panel's modules have, and refuses others.
 */
final class PanelBundle {
    private static final String UGLIFY = "/META-INF/resources/webjars/uglify-js/3.19.3/";
    private static final List<String> UGLIFY_FILES = List.of(
            "lib/utils.js",
            "lib/ast.js",
            "lib/transform.js",
            "lib/parse.js",
            "lib/scope.js",
            "lib/compress.js",
            "lib/output.js",
            "lib/sourcemap.js",
            "lib/mozilla-ast.js",
            "lib/propmangle.js",
            "lib/minify.js",
            "tools/exports.js");
    private static final String OPTIONS =
            "({module: true, toplevel: true, compress: {passes: 1}, output: {comments: /^!/}})";
    private static final Pattern STYLES = Pattern.compile("(replaceSync\\(`)([^`]*)(`\\))");
    private static final Pattern PRIVATE =
            Pattern.compile("(?<=[.]|^  (?:async )?[*]?(?:get )?)#(\\w+)", Pattern.MULTILINE);
    private static final Pattern IMPORT =
            Pattern.compile("^import \\{ ([\\w, ]+) } from '(\\.[^']+)';\\n", Pattern.MULTILINE);
    private static final Pattern EXPORT =
            Pattern.compile("^export (?=(?:async )?(?:const|function\\*?|class) )", Pattern.MULTILINE);
    private static final Pattern TOP_LEVEL = Pattern.compile(
            "^(?:export )?(?:async )?(?:const|let|function\\*?|class) (\\w+)", Pattern.MULTILINE);
    private static final Pattern STRAY = Pattern.compile("^(?:import|export) .*$", Pattern.MULTILINE);

    private final Path sources;
    private final Map<Path, String> modules = new LinkedHashMap<>();
    private final Map<String, String> external = new LinkedHashMap<>();
    private final Map<String, Path> names = new HashMap<>();

    private PanelBundle(Path sources) {
        this.sources = sources;
    }

    public static void main(String[] args) throws IOException {
        Path sources = Path.of(args[0]).toAbsolutePath().normalize();
        Path target = Path.of(args[1]).toAbsolutePath().normalize();
        Map<String, String> files = new PanelBundle(sources).files();
        // Minifying takes some seconds, so it is done only for what has changed.
        Path stamp = target.resolveSibling("bundled");
        String made = OPTIONS + files;
        if (Files.exists(stamp) && Files.readString(stamp).equals(made)) {
            return;
        }
        Minifier minifier = new Minifier();
        Files.createDirectories(target.resolve("i18n"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(target.resolve(file.getKey()), minifier.minified(file.getValue()));
        }
        Files.writeString(stamp, made);
    }

    /** What is shipped, before it is minified, by its path. */
    private Map<String, String> files() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("erp-assistant.js", withShortPrivateNames(withoutSpaceInStyles(bundle(sources.resolve("erp-assistant.js")))));
        // The admin page builds its elements with it, too.
        files.put("dom.js", Files.readString(sources.resolve("dom.js")));
        try (Stream<Path> languages = Files.list(sources.resolve("i18n"))) {
            for (Path language : languages.sorted().toList()) {
                files.put("i18n/" + language.getFileName(), Files.readString(language));
            }
        }
        return files;
    }

    /** UglifyJS leaves them as they are. The same name everywhere gets the same short one, so that no class can mix two up. */
    private static String withShortPrivateNames(String script) {
        Map<String, String> shortNames = new HashMap<>();
        return PRIVATE.matcher(script)
                .replaceAll(name -> "#"
                        + shortNames.computeIfAbsent(
                                name.group(1), none -> "_" + Integer.toString(shortNames.size(), Character.MAX_RADIX)));
    }

    /** No minifier looks into a text. */
    private static String withoutSpaceInStyles(String script) {
        return STYLES.matcher(script).replaceAll(sheet -> Matcher.quoteReplacement(sheet.group(1)
                + sheet.group(2)
                        .replaceAll("\\s+", " ")
                        .replaceAll(" ?([{};]) ?|(?<=[:,]) ", "$1")
                        .replace(";}", "}")
                + sheet.group(3)));
    }

    private String bundle(Path entry) throws IOException {
        add(entry);
        StringBuilder all = new StringBuilder();
        external.forEach((from, what) -> all.append("import { ").append(what).append(" } from '").append(from).append("';\n"));
        modules.values().forEach(all::append);
        return all.toString();
    }

    private void add(Path file) throws IOException {
        if (modules.containsKey(file)) {
            return;
        }
        modules.put(file, "");
        String text = Files.readString(file);
        for (Matcher found = IMPORT.matcher(text); found.find(); ) {
            Path imported = Objects.requireNonNull(file.getParent()).resolve(found.group(2)).normalize();
            if (imported.startsWith(sources)) {
                add(imported);
            } else {
                external.put(found.group(2), found.group(1));
            }
        }
        modules.remove(file);
        for (Matcher found = TOP_LEVEL.matcher(text); found.find(); ) {
            Path other = names.put(found.group(1), file);
            if (other != null) {
                throw new IllegalStateException(found.group(1) + " is declared in " + other + " and in " + file);
            }
        }
        String body = EXPORT.matcher(IMPORT.matcher(text).replaceAll("")).replaceAll("");
        Matcher stray = STRAY.matcher(body);
        if (stray.find()) {
            throw new IllegalStateException("Not understood in " + file + ": " + stray.group());
        }
        modules.put(file, body);
    }

    /** UglifyJS, run by Rhino. */
    private static final class Minifier {
        private final Context context;
        private final ScriptableObject scope;

        Minifier() throws IOException {
            context = Context.enter();
            context.setLanguageVersion(Context.VERSION_ES6);
            scope = context.initStandardObjects();
            // Only source maps, which nobody asks for, would decode.
            String globals = "var exports = {}, atob = null, btoa = null, domprops = ";
            evaluate(globals + resource(UGLIFY + "tools/domprops.json"));
            for (String file : UGLIFY_FILES) {
                evaluate(resource(UGLIFY + file));
            }
        }

        private Object evaluate(String code) {
            return context.evaluateString(scope, code, "uglify", 1, null);
        }

        String minified(String source) {
            ScriptableObject.putProperty(scope, "source", source);
            Object result = evaluate("exports.minify(source, " + OPTIONS + ")");
            Object error = ((NativeObject) result).get("error");
            if (error != null) {
                throw new IllegalStateException(ScriptableObject.getProperty((NativeObject) error, "message")
                        + " at line " + ScriptableObject.getProperty((NativeObject) error, "line"));
            }
            return ((NativeObject) result).get("code") + "\n";
        }

        private static String resource(String name) throws IOException {
            try (InputStream in = PanelBundle.class.getResourceAsStream(name)) {
                return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
