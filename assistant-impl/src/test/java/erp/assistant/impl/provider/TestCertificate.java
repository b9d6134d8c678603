package erp.assistant.impl.provider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A certificate of its own authority for 127.0.0.1, made by the JDK's keytool. */
record TestCertificate(Path keyStore, Path pem) {

    static final String PASSWORD = "changeit";

    static TestCertificate in(Path folder) throws IOException, InterruptedException {
        Path keyStore = folder.resolve("provider.p12");
        Path pem = folder.resolve("provider.pem");
        keytool(
                keyStore,
                List.of(
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=provider",
                        "-ext",
                        "san=ip:127.0.0.1,dns:localhost"));
        keytool(keyStore, List.of("-exportcert", "-rfc", "-file", pem.toString()));
        return new TestCertificate(keyStore, pem);
    }

    List<String> authorities() throws IOException {
        return List.of(Files.readString(pem));
    }

    private static void keytool(Path keyStore, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-keystore",
                keyStore.toString(),
                "-storepass",
                PASSWORD,
                "-alias",
                "provider"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(told);
        }
    }
}
