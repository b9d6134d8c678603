package erp.assistant.stub;

import java.io.UncheckedIOException;
import java.util.Locale;

/** The stub as a program: {@code java -jar provider-stub.jar --port 18001 --ttft 800 --gap 20}. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            run(arguments);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.err.print(usage());
            System.exit(2);
        }
    }

    private static void run(String[] arguments) throws InterruptedException {
        String bind = "127.0.0.1";
        int port = 18001;
        String key = "";
        StringBuilder assignments = new StringBuilder();
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length || !arguments[i].startsWith("--")) {
                throw new IllegalArgumentException("Flags come in pairs: --name value.");
            }
            String name = arguments[i].substring(2);
            String value = arguments[i + 1];
            switch (name) {
                case "bind" -> bind = value;
                case "port" -> port = Integer.parseInt(value);
                case "key" -> key = value;
                default -> assignments.append(name).append('=').append(value).append(' ');
            }
        }
        try (ProviderStub stub = ProviderStub.start(bind, port)) {
            stub.configure(assignments.toString());
            stub.requireKey(key.isEmpty() ? null : key);
            System.out.println("The provider stub listens on " + stub.baseUri() + ", process "
                    + ProcessHandle.current().pid());
            stub.await();
        }
    }

    static String usage() {
        StringBuilder usage =
                new StringBuilder("java -jar provider-stub.jar [--bind 127.0.0.1] [--port 18001] [--key SECRET]"
                        + " [--text facts|stamps|script] [--NAME VALUE ...]\n");
        for (Setting setting : Setting.values()) {
            usage.append(String.format(
                    Locale.ROOT, "  --%-13s %s (%s)%n", setting.key(), setting.meaning, plain(setting.initial)));
        }
        return usage.toString();
    }

    private static String plain(double number) {
        return String.format(Locale.ROOT, "%.0f", number);
    }
}
