package erp.assistant.benchmark.target;

import erp.assistant.benchmark.machine.Commands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/** Which versions of others' software a run has used. */
public final class Versions {

    private static final Pattern LIBERTY = Pattern.compile("productVersion=(\\S+)");
    private static final Pattern LANGCHAIN = Pattern.compile("langchain4j-anthropic-(.+)\\.jar");

    private Versions() {}

    public static String text(Workshop workshop) {
        List<String> versions = new ArrayList<>();
        Matcher liberty =
                LIBERTY.matcher(Folders.text(workshop.liberty().resolve("lib/versions/openliberty.properties")));
        if (liberty.find()) {
            versions.add("Open Liberty " + liberty.group(1));
        }
        Commands.find("nginx")
                .ifPresent(nginx -> versions.add(
                        Commands.output(nginx.toString(), "-v").strip().replace("nginx version: nginx/", "nginx ")));
        langchain(workshop, versions);
        return String.join(", ", versions);
    }

    private static void langchain(Workshop workshop, List<String> versions) {
        if (!Files.exists(workshop.peerWar())) {
            return;
        }
        try (ZipFile war = new ZipFile(workshop.peerWar().toFile())) {
            war.stream()
                    .map(entry -> LANGCHAIN.matcher(entry.getName()))
                    .filter(Matcher::find)
                    .forEach(matcher -> versions.add("LangChain4j " + matcher.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
